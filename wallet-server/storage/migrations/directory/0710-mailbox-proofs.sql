-- A mailbox that somebody wants to be written to, and the code of the letter that proves it theirs, sealed. One per
-- person; gone with the time, the proof or the person's real data.
create table mailbox_proofs (
  person_id uuid primary key,
  id uuid not null unique,
  sealed bytea not null,
  tries int not null,
  ends_at_ms bigint not null
);
create index mailbox_proofs_ending on mailbox_proofs (ends_at_ms);
