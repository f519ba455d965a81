-- Who is joining with real data: written down before the vault is, and gone with the transaction that makes the person.
-- What stays here is of somebody whose joining died half-way, and is erased.
create table joinings (
  person_id uuid primary key,
  begun_at_ms bigint not null
);
create index joinings_oldest on joinings (begun_at_ms);
-- Records that such a death left behind before.
insert into joinings (person_id, begun_at_ms)
select person_id, (extract(epoch from now()) * 1000)::bigint from vault_heads
where last_sequence > erased_through and not exists (select 1 from people where people.id = vault_heads.person_id);
