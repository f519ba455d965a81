-- Whose number is due for rotation: at equal intervals after it was given out (S11).
create index numbers_by_age on numbers (issued_at_ms, person_id) where retired_at_ms is null;
-- What a person's numbers were.
create index numbers_retired on numbers (person_id, retired_at_ms) where retired_at_ms is not null;
-- By a hub's code a carrier names the holder.
create index cards_by_code on cards (delivery_code);
