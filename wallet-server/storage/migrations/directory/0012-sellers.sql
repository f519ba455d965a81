create table sellers (
  id uuid primary key,
  person_id uuid not null references people (id),
  name text not null,
  host text not null unique,
  webhook_url text,
  webhook_secret_sealed bytea not null,
  api_key_hash bytea not null unique,
  terms_version text not null,
  terms_hash text not null,
  -- What the passkey signed, kept as evidence of the signature (S26).
  signing jsonb not null,
  certified_at_ms bigint not null
);
create index sellers_of_person on sellers (person_id);
