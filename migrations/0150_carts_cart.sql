-- Why: what a shopper means to buy must survive a closed browser, a second device and two tabs at once.
create schema carts;

-- A cart is a document with a version: every change reads it, decides, and writes it back in one statement, so that
-- its lines have no rows of their own to fall apart from it.
create table carts.cart (
  id uuid primary key,
  version bigint not null default 1,
  market_code text not null,
  locale text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  customer_id uuid,
  email text not null default '',
  lines jsonb not null default '[]',
  details jsonb not null default '{}',
  -- The order that was last made of it; another module's, so without a constraint.
  order_id uuid,
  -- What that order holds while it is unpaid: stock, credit and uses of promotions that are this shopper's own.
  hold jsonb,
  completed_at timestamptz,
  abandoned_told_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint too_many_lines check (jsonb_array_length(lines) <= 500)
) with (fillfactor = 60);

-- A customer has one cart at a time, whichever device they come from.
create unique index cart_open_of_customer on carts.cart (customer_id)
  where customer_id is not null and completed_at is null;
-- Those that may still turn out abandoned: few, and the time of the last change is in none of its columns, so that
-- changing a cart writes no index.
create index cart_not_told on carts.cart (id)
  where abandoned_told_at is null and completed_at is null and (email <> '' or customer_id is not null);

-- What opens a cart: 192 random bits, of which only the SHA-256 is kept. A signed-in customer has one a device.
create table carts.token (
  token_hash bytea primary key,
  cart_id uuid not null references carts.cart (id) on delete cascade
);
create index token_cart on carts.token (cart_id);
