-- What the directory knows of each person's record in the vault: no store's answer below it is believed.
create table vault_heads (
  person_id uuid primary key,
  -- The last place that was given out in the order of this person's writes.
  last_sequence bigint not null,
  -- The newest write that was acknowledged or shown; null before the first.
  sequence bigint,
  nonce text collate "C",
  digest text,
  erased boolean,
  -- Everything up to here was erased for good.
  erased_through bigint not null,
  -- Whether a store still has to catch up.
  unsettled boolean not null
);
create index vault_heads_unsettled on vault_heads (person_id) where unsettled;

-- Records that wait for the vault, sealed to its public key (S9).
create table vault_staging (
  person_id uuid primary key,
  sequence bigint not null,
  write_id text not null,
  enc text not null,
  ciphertext text not null,
  staged_at_ms bigint not null
);
create index vault_staging_oldest on vault_staging (staged_at_ms);
