-- Why: what a day's sales came to is at the bank, at a provider, or owed; every night it is checked that this is all of it,
-- and what differs or is open is kept by name, down to the order or payout.
create table analytics.settlement (
  day date not null,
  -- '' of what belongs to no order that is known.
  market text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  sold_minor bigint not null,
  -- By part: what of it changed on that day, {"paid_out": "1200"}.
  parts jsonb not null,
  settled_minor bigint not null,
  checked_at timestamptz not null,
  primary key (day, market, currency)
);

create table analytics.difference (
  day date not null,
  position int not null,
  kind text not null,
  market text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  provider text not null,
  order_id uuid,
  reference text not null,
  ours_minor bigint not null,
  theirs_minor bigint not null,
  primary key (day, position)
);

-- As of the end of the last day that was checked.
create table analytics.open_item (
  position int primary key,
  kind text not null,
  market text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  provider text not null,
  order_id uuid,
  amount_minor bigint not null check (amount_minor <> 0),
  since timestamptz not null
);
create index open_item_kind on analytics.open_item (kind, position);
