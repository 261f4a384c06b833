-- Why: what an order is promised is a row per place, so that it can be shipped, given back and counted again.
create table inventory.reservation (
  id bigint generated always as identity primary key,
  owner_id uuid not null,
  -- What was sold: the variant itself, or the bundle it is a part of, with so many of it in each.
  line_variant_id uuid not null,
  variant_id uuid not null,
  per_line int not null check (per_line > 0),
  -- null: promised beyond stock, in line for what comes in. No foreign key: its level has one, and each order would
  -- lock the row of the one warehouse.
  location_id uuid,
  is_backorder boolean not null generated always as (location_id is null) stored,
  quantity int not null check (quantity > 0),
  -- null: paid for, the hold has no end.
  expires_at timestamptz,
  reserved_at timestamptz not null
);
create index reservation_owner on inventory.reservation (owner_id);
create index reservation_expiry on inventory.reservation (expires_at) where expires_at is not null;
create index reservation_waiting on inventory.reservation (variant_id, id) where location_id is null;

-- Sold before there is any: without an end until it comes (backorder), or until a date (preorder), up to a limit.
alter table inventory.policy
  add column backorder_limit int check (backorder_limit >= 0),
  add column is_preorder boolean not null default false,
  add column available_from timestamptz,
  add column preorder_limit int check (preorder_limit >= 0),
  add column promised int not null default 0,
  add constraint promised_not_below_zero check (promised >= 0),
  add constraint preorder_has_date check (not is_preorder or available_from is not null);

create table inventory.setting (
  id boolean primary key default true check (id),
  allocation text not null check (allocation in ('nearest', 'fewest_parcels', 'most_stock'))
);
