-- Why: a price that is to apply from a moment on is written before it, and applied by the worker when it comes.
create table pricing.scheduled_price (
  id uuid primary key,
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor >= 0),
  compare_at_minor bigint check (compare_at_minor > amount_minor),
  starts_at timestamptz not null,
  reason text not null,
  -- null: still to come; else 'applied', 'superseded' by a later one, 'withdrawn' or the code of the refusal
  outcome text
);
create unique index scheduled_price_once
  on pricing.scheduled_price (variant_id, currency, starts_at) where outcome is null;
create index scheduled_price_due on pricing.scheduled_price (starts_at) where outcome is null;
