-- Why: what is on its way is known before it is there; and what the shop last said of a level, so that it can catch up.
create table inventory.incoming (
  variant_id uuid not null,
  location_id uuid not null references inventory.location (id),
  expected_on date not null,
  quantity int not null check (quantity > 0),
  primary key (variant_id, location_id, expected_on)
);

-- null: never told.
alter table inventory.level add column told_available int;
