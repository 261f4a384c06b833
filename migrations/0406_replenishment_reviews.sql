-- Why: what is to be ordered and how healthy stock is are worked out for the whole shop at once and read many times, sorted by money.
create table replenishment.need (
  variant_id uuid not null,
  location_id uuid not null,
  supplier_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  available integer not null,
  on_order integer not null check (on_order >= 0),
  reorder_point integer not null,
  order_up_to integer not null,
  quantity integer not null check (quantity >= 0),
  -- Of the line, in the supplier's currency.
  cost_minor bigint not null check (cost_minor >= 0),
  -- Of the shop's currency.
  cost_of_shop_minor bigint not null check (cost_of_shop_minor >= 0),
  value_minor bigint not null,
  low_minor bigint not null,
  high_minor bigint not null,
  horizon_days integer not null,
  wait_cost_minor bigint not null,
  stock_out_millionths integer not null check (stock_out_millionths between 0 and 1000000),
  cover_days integer check (cover_days >= 0),
  reasons jsonb not null,
  reviewed_at timestamptz not null,
  primary key (variant_id)
);
create index need_by_value on replenishment.need (value_minor desc, variant_id) where quantity > 0;

create table replenishment.stock_health (
  variant_id uuid primary key,
  product_id uuid not null,
  on_hand integer not null,
  -- At moving-average cost, the shop's currency; null where nobody ever valued it.
  value_minor bigint,
  abc text not null check (abc in ('A', 'B', 'C', '-')),
  xyz text not null check (xyz in ('X', 'Y', 'Z', '-')),
  sold_90 integer not null,
  cover_days integer,
  sell_through_millionths integer,
  turnover_millionths bigint,
  gmroi_millionths bigint,
  -- Pieces beyond what the policy would ever hold, and what they cost.
  over_pieces integer not null check (over_pieces >= 0),
  over_minor bigint not null check (over_minor >= 0),
  unsold_days integer,
  -- Pieces that will probably not be sold before they expire.
  expiring_pieces integer not null check (expiring_pieces >= 0),
  days_out integer not null,
  lost_pieces double precision not null,
  lost_minor bigint not null,
  lost_low_minor bigint not null,
  lost_high_minor bigint not null,
  state text not null check (state in ('healthy', 'low', 'out', 'over', 'slow', 'dead', 'expiring')),
  reviewed_at timestamptz not null
);
create index health_by_over on replenishment.stock_health (over_minor desc, variant_id);
create index health_by_lost on replenishment.stock_health (lost_minor desc, variant_id);
create index health_by_value on replenishment.stock_health (value_minor desc nulls last, variant_id);
