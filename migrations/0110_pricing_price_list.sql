-- Why: a segment, a market, a quantity or a time may have other prices; what those were must stay provable as well.
create table pricing.price_list (
  id uuid primary key,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('override', 'sale')),
  priority int not null,
  is_active boolean not null,
  -- null: for everybody
  segment text,
  -- null: in every market
  market_code text,
  starts_at timestamptz,
  ends_at timestamptz,
  constraint price_list_code_taken unique (code),
  constraint price_list_ends_before_start check (ends_at > starts_at)
);

create table pricing.list_price (
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_list_id uuid not null references pricing.price_list (id),
  from_quantity int not null check (from_quantity >= 1),
  amount_minor bigint not null check (amount_minor >= 0),
  changed_at timestamptz not null,
  primary key (variant_id, currency, price_list_id, from_quantity)
);
create index list_price_list on pricing.list_price (price_list_id);

create table pricing.list_price_change (
  id bigint generated always as identity primary key,
  price_list_id uuid not null,
  variant_id uuid not null,
  currency text not null,
  from_quantity int not null,
  -- null: taken off the list
  amount_minor bigint,
  changed_at timestamptz not null,
  reason text not null
);
create index list_price_change_variant
  on pricing.list_price_change (variant_id, currency, price_list_id, changed_at desc);

-- When a list applied at all.
create table pricing.price_list_change (
  id bigint generated always as identity primary key,
  price_list_id uuid not null,
  is_active boolean not null,
  starts_at timestamptz,
  ends_at timestamptz,
  changed_at timestamptz not null
);
create index price_list_change_list on pricing.price_list_change (price_list_id, changed_at desc);

create trigger list_price_change_append_only before update or delete or truncate on pricing.list_price_change
  for each statement execute function pricing.refuse_change();
create trigger price_list_change_append_only before update or delete or truncate on pricing.price_list_change
  for each statement execute function pricing.refuse_change();
