-- Why: goods may wait for the shopper at a counter or a locker, which has an address and opening hours.
create table shipping.pickup_point (
  id uuid primary key,
  -- '': the shop's own
  carrier text not null default '',
  code text not null,
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  postal_code text not null default '',
  address jsonb not null,
  opening_hours jsonb not null default '[]',
  is_active boolean not null default true,
  constraint pickup_point_code_taken unique (carrier, code)
);
create index pickup_point_place on shipping.pickup_point (country, postal_code) where is_active;
