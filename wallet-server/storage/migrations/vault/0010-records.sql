-- One person's real data. Erasing empties both columns: without the key nobody reads an old copy either.
create table records (
  person_id uuid primary key,
  version int not null,
  -- The person's own key, wrapped by the vault key.
  wrapped_key bytea,
  ciphertext bytea,
  written_at_ms bigint not null,
  check ((wrapped_key is null) = (ciphertext is null))
);
