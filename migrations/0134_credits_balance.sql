-- Why: gift cards and store credit are money the shop owes: a balance below zero cannot be, and each movement is kept.
create schema credits;

create table credits.gift_card (
  id uuid primary key,
  -- Keyed hashes: the code and the PIN themselves are told once and kept nowhere.
  code_hash text not null unique,
  pin_hash text not null,
  last4 text not null check (length(last4) = 4),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null,
  expires_at timestamptz,
  disabled_at timestamptz,
  order_line_id uuid,
  recipient text not null default '',
  issued_at timestamptz not null,
  constraint gift_card_not_below_zero check (balance_minor >= 0)
);
create index gift_card_expiry on credits.gift_card (expires_at) where balance_minor > 0;
create index gift_card_order_line on credits.gift_card (order_line_id) where order_line_id is not null;

create table credits.store_credit (
  customer_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null default 0,
  primary key (customer_id, currency),
  constraint store_credit_not_below_zero check (balance_minor >= 0)
);

create table credits.movement (
  id uuid primary key,
  gift_card_id uuid references credits.gift_card (id),
  customer_id uuid,
  currency text not null,
  kind text not null check (kind in ('issued', 'granted', 'redeemed', 'restored', 'expired')),
  amount_minor bigint not null check (amount_minor <> 0),
  order_id uuid,
  reference text not null,
  moved_at timestamptz not null,
  constraint movement_of_one check ((gift_card_id is null) <> (customer_id is null)),
  constraint movement_once unique nulls not distinct (kind, reference, gift_card_id, customer_id, currency)
);
create index movement_order on credits.movement (order_id) where order_id is not null;
create index movement_gift_card on credits.movement (gift_card_id, moved_at);
create index movement_customer on credits.movement (customer_id, currency, moved_at) where customer_id is not null;

create function credits.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'movements of credit are append-only';
end $$;
create trigger movement_append_only before update or delete or truncate on credits.movement
  for each statement execute function credits.refuse_change();

-- The key under which codes are hashed, sealed with the shop's own (which is not in the database): when that is changed,
-- this one stays, and with it every card.
create table credits.hash_key (
  id boolean primary key default true check (id),
  sealed text not null
);
