-- A person who joined twice has one number and one record (S16): those of `same_as`. Money, orders and passkeys stay
-- with the membership that made them.
alter table people add column same_as uuid references people (id);
create index people_same_as on people (same_as) where same_as is not null;
