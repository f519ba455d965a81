-- When a carrier asked with a proof that was wrong or is not judged yet: the times of the last hour, in one row, so that
-- a try is counted and the limit held by one statement, before the proof is looked at. Unlogged, as other counts are.
create unlogged table proof_tries (
  party text primary key,
  tried_at_ms bigint[] not null
);
drop index disclosures_refused;
