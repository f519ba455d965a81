-- How each witness to which checkpoints are brought stands. The lease lets one process speak to it at a time.
create table log_witnesses (
  name text not null,
  key_id text not null,
  -- The size that it cosigned last, as far as it told us.
  size bigint not null default 0,
  cosigned_at_ms bigint,
  lease text,
  leased_until_ms bigint not null default 0,
  -- Not before then, after so many failures.
  next_at_ms bigint not null default 0,
  failures int not null default 0,
  -- Why the last call gave no cosignature: a word of ours, never the witness's.
  refusal text,
  primary key (name, key_id)
);
