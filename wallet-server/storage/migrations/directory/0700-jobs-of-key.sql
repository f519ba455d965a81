-- Due jobs are looked for in the order of their time. An index that begins with the kind tempts the planner to read every
-- job of a kind there is, due or not.
create unique index jobs_of_key on jobs (key, kind);
alter table jobs drop constraint jobs_kind_key_key;
