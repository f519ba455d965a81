-- Calls that are counted across all processes, by a keyed hash of who made them. Unlogged: a count lives an hour at
-- most, and none should wait for disk.
create unlogged table call_counts (
  key bytea primary key,
  calls bigint not null,
  ends_at_ms bigint not null
);
create index call_counts_ending on call_counts (ends_at_ms);

-- How often a party was wrong lately is counted before it is answered.
create index disclosures_refused on disclosures (party, at_ms) where not granted;
