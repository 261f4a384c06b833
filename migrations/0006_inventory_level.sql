-- Why: stock is a ledger of movements; a level is their sum and can never go below what is promised.
create schema inventory;

create table inventory.location (
  id uuid primary key,
  code text not null unique,
  name text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  is_active boolean not null default true,
  position int not null default 0
);

create table inventory.level (
  location_id uuid not null references inventory.location (id),
  variant_id uuid not null,
  on_hand int not null default 0,
  reserved int not null default 0 check (reserved >= 0),
  available int generated always as (on_hand - reserved) stored,
  primary key (variant_id, location_id),
  constraint level_not_below_zero check (on_hand - reserved >= 0)
);

create table inventory.movement (
  id bigint generated always as identity primary key,
  location_id uuid not null references inventory.location (id),
  variant_id uuid not null,
  quantity int not null check (quantity <> 0),
  reason text not null check (reason in ('import', 'count', 'received', 'sold', 'returned', 'damaged', 'transfer', 'correction')),
  reference text not null default '',
  moved_at timestamptz not null
);
create index movement_variant on inventory.movement (variant_id, moved_at desc);

create function inventory.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'stock movements are append-only';
end $$;
create trigger movement_append_only before update or delete or truncate on inventory.movement
  for each statement execute function inventory.refuse_change();

-- No row: tracked, no backorder.
create table inventory.policy (
  variant_id uuid primary key,
  is_tracked boolean not null default true,
  may_backorder boolean not null default false,
  low_stock_at int check (low_stock_at >= 0)
);
