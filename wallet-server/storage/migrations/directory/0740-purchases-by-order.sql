-- Of indexes that cost the same, as all do on an empty table, the planner takes the newest: an order is looked for by its
-- number, and not among all orders of its shop by a plan that was made while there were none.
create unique index purchases_by_order on purchases (order_number, seller_id) where seller_id is not null;
drop index purchases_of_order;
