-- Who asked for a field of real data, what they got, and who was refused (S5, S63). Holds no real data itself.
create table disclosures (
  id uuid primary key,
  person_id uuid,
  purchase_id uuid,
  party text not null,
  field text not null,
  reason text not null,
  granted boolean not null,
  at_ms bigint not null
);
create index disclosures_of_person on disclosures (person_id, id desc);
