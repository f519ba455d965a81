-- One store of the vault: what all stores hold alike of a write, and this store's share of the person's key, sealed by
-- this store's key. A person has one row per generation of their key; a tombstone is a row too.
create table vault_rows (
  person_id uuid not null,
  generation text collate "C" not null,
  sequence bigint not null,
  nonce text collate "C" not null,
  write_id text not null,
  erased boolean not null,
  -- The x of each store's share, and the hash of each share.
  coordinates bytea not null,
  commitments bytea not null,
  ciphertext bytea not null,
  -- Which of the store's keys sealed the share.
  key_id text not null,
  sealed_share bytea not null,
  primary key (person_id, generation)
);
