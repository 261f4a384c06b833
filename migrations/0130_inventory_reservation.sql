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

-- Locks all that decides about these variants and says what it is, in one round trip: first the policies of those that
-- are or may be promised beyond stock, then all levels, each in one order for all callers, so that no two can block
-- each other. The second statement sees what was committed while the first waited: a level that somebody made meanwhile.
-- Locations that are not active are locked and not told of; a variant without levels has one row. Its plans are kept by
-- connections: without sequential scans one from when the tables were empty is as good as any later one.
create function inventory.lock_stock(asked uuid[]) returns table (
  variant_id uuid, is_tracked boolean, may_backorder boolean, backorder_limit int, is_preorder boolean,
  preorder_limit int, promised int, low_stock_at int, allocation text,
  location_id uuid, country text, location_position int, available int
) language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
begin
  perform from inventory.policy
    where variant_id = any(asked) and (may_backorder or is_preorder or promised > 0)
    order by variant_id for update;
  return query
    with held as (
      select level.variant_id, level.location_id, level.available from inventory.level
      where level.variant_id = any(asked) order by level.variant_id, level.location_id for update
    )
    select wanted.id, coalesce(policy.is_tracked, true), coalesce(policy.may_backorder, false),
      policy.backorder_limit, coalesce(policy.is_preorder, false), policy.preorder_limit,
      coalesce(policy.promised, 0), policy.low_stock_at,
      coalesce((select setting.allocation from inventory.setting), 'nearest'),
      held.location_id, location.country, location.position, held.available
    from unnest(asked) as wanted (id)
    left join inventory.policy on policy.variant_id = wanted.id
    left join (held join inventory.location on location.id = held.location_id and location.is_active)
      on held.variant_id = wanted.id;
end $$;
