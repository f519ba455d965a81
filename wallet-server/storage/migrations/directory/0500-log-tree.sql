-- Where a leaf stands in the tree. A command leaves it empty; the sequencer gives it, once.
alter table log_leaves add column leaf_index bigint;
create index log_leaves_waiting on log_leaves (id) where leaf_index is null;
create unique index log_leaves_placed on log_leaves (leaf_index) where leaf_index is not null;
-- Entered when the leaf is placed, so not by the command.
create index log_leaves_of_subject on log_leaves ((entry ->> 'subjectId'), leaf_index) where leaf_index is not null;

-- How far the tree has grown. The lease spares other processes the work; the size alone decides who may write.
create table log_head (
  id int primary key check (id = 1),
  size bigint not null,
  lease text,
  leased_until_ms bigint not null
);
insert into log_head (id, size, leased_until_ms) values (1, 0, 0);

-- Hashes of C2SP tlog-tiles, 1 to 256 of 32 bytes each. A tile only ever grows.
create table log_tiles (
  level int not null,
  tile_index bigint not null,
  hashes bytea not null,
  primary key (level, tile_index)
);

create table log_checkpoints (
  size bigint primary key,
  root bytea not null,
  -- The signed note as it is served, without cosignatures.
  note text not null,
  signed_at_ms bigint not null
);

create table log_cosignatures (
  size bigint not null references log_checkpoints (size) on delete cascade,
  witness text not null,
  key_id text not null,
  line text not null,
  received_at_ms bigint not null,
  primary key (size, witness, key_id)
);
