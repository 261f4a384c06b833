-- Why: how well the shop means to be in stock, and at what cost, is the merchant's to say: for the shop, a category or a variant.
create schema replenishment;

create table replenishment.policy (
  scope text not null check (scope in ('shop', 'category', 'variant')),
  -- Of the category or variant; of the shop there is one row, with the id of nothing.
  scope_id uuid not null,
  -- What is null follows the next wider scope, and in the end what the program comes with.
  is_off boolean,
  service_kind text check (service_kind in ('cycle', 'fill', 'cost')),
  service_millionths integer check (service_millionths between 500000 and 999900),
  holding_millionths integer check (holding_millionths between 0 and 5000000),
  order_cost_minor bigint check (order_cost_minor between 0 and 100000000),
  substitution_millionths integer check (substitution_millionths between 0 and 1000000),
  max_cover_days integer check (max_cover_days between 1 and 730),
  min_pieces integer check (min_pieces between 0 and 1000000),
  max_pieces integer check (max_pieces between 1 and 1000000),
  budget_minor bigint check (budget_minor > 0),
  storage_pieces integer check (storage_pieces > 0),
  set_by text not null,
  set_at timestamptz not null,
  constraint one_policy primary key (scope, scope_id),
  constraint one_shop check ((scope = 'shop') = (scope_id = '00000000-0000-0000-0000-000000000000')),
  constraint service_has_a_share check (
    (service_millionths is not null) = (service_kind is not null and service_kind <> 'cost')),
  constraint min_before_max check ((min_pieces is null) = (max_pieces is null) and min_pieces < max_pieces),
  constraint limits_of_the_shop check (scope = 'shop' or (budget_minor is null and storage_pieces is null))
);

-- Policies as they might have been, replayed on what was wanted: kept, so that two can be compared a week later.
create table replenishment.backtest (
  id uuid primary key,
  asked jsonb not null,
  result jsonb not null,
  variants integer not null check (variants >= 0),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  run_by text not null,
  run_at timestamptz not null
);
create index backtest_by_age on replenishment.backtest (run_at);
