-- Why: what goods cost is their moving average; what left with an order comes back at what it left at.
create table ledger.cost_level (
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  quantity bigint not null default 0 check (quantity >= 0),
  value_minor bigint not null default 0 check (value_minor >= 0),
  primary key (variant_id, currency),
  constraint no_value_without_goods check (quantity > 0 or value_minor = 0)
);

-- What an order's shipped goods cost, less what came back.
create table ledger.shipped_cost (
  order_id uuid not null,
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  quantity bigint not null check (quantity >= 0),
  value_minor bigint not null check (value_minor >= 0),
  primary key (order_id, variant_id, currency)
);
