-- Leaves of the tamper-evident log in the order in which they were appended. The hash stays for ever; entry and salt
-- may be erased, and then nobody can say what the hash stood for.
create table log_leaves (
  id bigint generated always as identity primary key,
  leaf_hash bytea not null,
  entry jsonb,
  salt bytea,
  at_ms bigint not null
);
