-- Why: what the shop means to reach, by number, market and period, so that every day it is seen whether it is on its way.
create schema targets;

create table targets.target (
  id uuid primary key,
  kpi text not null check (kpi in ('net_sales', 'orders', 'new_customers', 'conversion_rate', 'average_order_value',
    'contribution_margin_1', 'ad_spend')),
  -- '': every market.
  market text not null check (length(market) <= 60),
  -- '' of what is no money.
  currency text not null check (currency ~ '^([A-Z]{3})?$'),
  grain text not null check (grain in ('month', 'quarter', 'year')),
  starts_on date not null,
  -- Minor units of the currency, a count, or millionths of a share.
  amount bigint not null check (amount > 0),
  set_by text not null,
  set_at timestamptz not null,
  constraint one_target unique (kpi, market, currency, grain, starts_on)
);
create index target_starts on targets.target (starts_on);

-- What each target was before: who set it, changed it or took it away. It outlives the target.
create table targets.change (
  id bigint generated always as identity primary key,
  kpi text not null,
  market text not null,
  currency text not null,
  grain text not null,
  starts_on date not null,
  before bigint,
  after bigint,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint some_change check (before is distinct from after)
);
create index change_of_target on targets.change (kpi, market, currency, grain, starts_on, id);
