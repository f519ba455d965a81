create table devices (
  id uuid primary key,
  person_id uuid not null references people (id),
  name text not null,
  -- Thumbprint of the device's key (RFC 7638, RFC 9449).
  jkt text not null,
  added_at_ms bigint not null,
  seen_at_ms bigint not null,
  unique (person_id, jkt)
);

-- One sign-in with all tokens that descend from it; ended sessions are deleted with their tokens.
create table sessions (
  id uuid primary key,
  person_id uuid not null references people (id),
  device_id uuid not null references devices (id) on delete cascade,
  began_at_ms bigint not null
);
create index sessions_of_device on sessions (device_id);

create table access_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  -- Whether it was ever shown to us: then its holder got it, and the refresh token before it is over.
  seen boolean not null default false,
  expires_at_ms bigint not null
);
create index access_tokens_of_session on access_tokens (session_id);
create index access_tokens_expiring on access_tokens (expires_at_ms);

create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions (id) on delete cascade,
  expires_at_ms bigint not null,
  used_at_ms bigint
);
create index refresh_tokens_of_session on refresh_tokens (session_id);
create index refresh_tokens_expiring on refresh_tokens (expires_at_ms);

-- Proofs already seen (RFC 9449, section 11.1). Unlogged: a proof lives two minutes, and no read should wait for disk.
create unlogged table dpop_proofs (
  proof_hash bytea primary key,
  expires_at_ms bigint not null
);
create index dpop_proofs_expiring on dpop_proofs (expires_at_ms);
