-- Real data is nowhere here (S1): names, homes, phones and mailboxes are in the vault database.
create table people (
  id uuid primary key,
  -- HMAC of the unique address in lower case: found by it, not readable from it.
  address_index bytea not null unique,
  address_sealed bytea not null,
  locale text not null,
  -- Minor units as decimal strings by currency; a currency that is absent has the server's default.
  code_limits jsonb not null,
  reading_key text,
  keyring_sealed text,
  keyring_version int,
  joined_at_ms bigint not null
);

-- Every number that was ever given out: the key makes sure that none is given twice (S11).
create table numbers (
  number text primary key,
  person_id uuid not null references people (id),
  issued_at_ms bigint not null,
  retired_at_ms bigint
);
create unique index numbers_active on numbers (person_id) where retired_at_ms is null;

create table passkeys (
  credential_id text primary key,
  person_id uuid not null references people (id),
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null,
  backed_up boolean not null,
  added_at_ms bigint not null,
  used_at_ms bigint not null
);
create index passkeys_of_person on passkeys (person_id);

-- A challenge is taken out when it is answered, right or wrong: single use.
create table challenges (
  id uuid primary key,
  purpose text not null,
  challenge text not null,
  person_id uuid,
  detail jsonb not null,
  expires_at_ms bigint not null
);
create index challenges_expiring on challenges (expires_at_ms);
