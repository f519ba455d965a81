-- The outbox: work that a committed transaction owes the outside world.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  payload jsonb not null,
  state text not null check (state in ('waiting', 'dead')),
  attempts int not null,
  -- While a worker holds the job, this is the end of its lease.
  run_at_ms bigint not null,
  lease text,
  last_error_code text,
  created_at_ms bigint not null,
  unique (kind, key)
);
create index jobs_due on jobs (run_at_ms, id) where state = 'waiting';
