-- A mailbox that another takes the place of, sealed: announced before the vault is written, told, and trusted for days
-- after it with what its person alone may have. Gone with the time or the person's real data.
create table former_mailboxes (
  id uuid primary key,
  person_id uuid not null,
  sealed bytea not null,
  announced_at_ms bigint not null,
  -- Since when the vault is known to have another one.
  left_at_ms bigint,
  ends_at_ms bigint not null
);
create index former_mailboxes_of_person on former_mailboxes (person_id);
create index former_mailboxes_ending on former_mailboxes (ends_at_ms);

-- What the letter about the removal says, as a keyed hash; null where there was no mailbox to write to.
alter table resting_passkeys add column code_hash bytea;
