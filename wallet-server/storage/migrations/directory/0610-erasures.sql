-- Records that were erased for good, each to be written to the journal that lies outside of every backup.
create table erasures (
  person_id uuid not null,
  -- Everything of this person up to here in the order of their writes.
  sequence bigint not null,
  erased_at_ms bigint not null,
  journaled_at_ms bigint,
  primary key (person_id, sequence)
);
create index erasures_waiting on erasures (erased_at_ms) where journaled_at_ms is null;
-- Those of before there was a journal.
insert into erasures (person_id, sequence, erased_at_ms)
select person_id, erased_through, (extract(epoch from now()) * 1000)::bigint
from vault_heads where erased_through > 0;
