-- A person may have several passkeys. The name is what the device called itself on which it was made.
alter table passkeys add column name text;
-- The passkey that confirmed it; null for the one that its person joined with.
alter table passkeys add column added_with text;
update passkeys set name = (
  select name from devices where devices.person_id = passkeys.person_id order by added_at_ms, id limit 1);

-- Whatever began with a passkey ends with it. Until now everybody had one.
alter table sessions add column credential_id text references passkeys (credential_id) on delete cascade;
update sessions set credential_id = (
  select min(credential_id) from passkeys where passkeys.person_id = sessions.person_id);
create index sessions_of_passkey on sessions (credential_id);
-- The passkey that began the last session on a device.
alter table devices add column credential_id text references passkeys (credential_id) on delete cascade;
update devices set credential_id = (
  select min(credential_id) from passkeys where passkeys.person_id = devices.person_id);
create index devices_of_passkey on devices (credential_id);

-- Passkeys whose removal can still be taken back. They are none of `passkeys`, so that nothing takes them for one.
create table resting_passkeys (
  credential_id text primary key,
  person_id uuid not null references people (id),
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  backed_up boolean not null,
  name text,
  added_with text,
  added_at_ms bigint not null,
  used_at_ms bigint not null,
  -- The passkey that signed the removal.
  removed_with text not null,
  ends_at_ms bigint not null
);
create index resting_passkeys_of_person on resting_passkeys (person_id);
create index resting_passkeys_ending on resting_passkeys (ends_at_ms);

-- Each change of a person's passkeys as it was signed: consent and assertion, sealed. Written once.
create table passkey_signings (
  id uuid primary key,
  person_id uuid not null,
  sealed bytea not null,
  signed_at_ms bigint not null
);
create index passkey_signings_of_person on passkey_signings (person_id, id desc);
revoke update, delete, truncate on passkey_signings from current_user;
