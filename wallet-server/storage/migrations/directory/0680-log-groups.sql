-- The hash of each full group of 16 hashes of a tile, one after the other: a proof reads these instead of hashing them
-- anew. Tiles that became full before this have none, and are hashed.
alter table log_tiles add column group_hashes bytea;
