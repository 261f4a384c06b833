-- Why: an order is what was agreed, word for word and penny for penny, and everything that happened to it since.
create schema orders;

create sequence orders.order_number start with 1001;

create table orders."order" (
  id uuid primary key,
  number text not null,
  state text not null check (state in ('pending_payment', 'authorized', 'paid', 'partly_fulfilled', 'fulfilled',
    'delivered', 'partly_refunded', 'refunded', 'returned', 'cancelled')),
  cart_id uuid,
  -- The cart as it was ordered; a retry after a decline takes this order again while nothing changed.
  cart_version bigint,
  market_code text not null,
  locale text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  prices_include_tax boolean not null,
  customer_id uuid,
  email text not null,
  customer_name text not null,
  phone text not null default '',
  shipping_address jsonb,
  billing_address jsonb not null,
  -- What was agreed beside the lines: delivery, taxes, verdicts of promotions, credits, note, gift message.
  agreed jsonb not null,
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  discount_minor bigint not null check (discount_minor >= 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  credit_minor bigint not null check (credit_minor between 0 and total_minor),
  due_minor bigint generated always as (total_minor - credit_minor) stored,
  authorized_minor bigint not null default 0 check (authorized_minor >= 0),
  captured_minor bigint not null default 0 check (captured_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  -- Pieces that have to be handed over, and what was held in stock for them (bundles as components, tracked ones only).
  quantity int not null check (quantity >= 0),
  held_quantity int not null default 0,
  fulfilled_quantity int not null default 0,
  delivered_quantity int not null default 0,
  returned_quantity int not null default 0,
  terms_version text not null,
  -- What the last attempt to pay was asked with: the same again is a second click, and no second attempt.
  attempt_hash bytea,
  placed_at timestamptz not null,
  expires_at timestamptz,
  paid_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  version bigint not null default 1,
  constraint order_number_taken unique (number),
  constraint order_cancelled_has_reason check ((cancelled_at is null) = (cancel_reason is null)),
  constraint order_fulfilled_within check (fulfilled_quantity between 0 and quantity),
  constraint order_delivered_within check (delivered_quantity between 0 and fulfilled_quantity),
  constraint order_returned_within check (returned_quantity between 0 and quantity)
) with (fillfactor = 80);

-- Two clicks on the order button make one order: the second finds this taken.
create unique index order_of_cart on orders."order" (cart_id) where cancelled_at is null and cart_id is not null;
create index order_by_state on orders."order" (state, id desc);
create index order_of_customer on orders."order" (customer_id, id desc) where customer_id is not null;
create index order_by_email on orders."order" (lower(email), id desc);
create index order_expiring on orders."order" (expires_at)
  where expires_at is not null and paid_at is null and cancelled_at is null;

-- Cancelled orders that still have money of their shopper's: none, or the recovery gives it back.
create index order_owed on orders."order" (id)
  where cancelled_at is not null and (captured_minor > refunded_minor or authorized_minor > captured_minor);

create table orders.line (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  position int not null,
  variant_id uuid not null,
  product_id uuid not null,
  sku text,
  title text not null,
  handle text not null,
  kind text not null check (kind in ('physical', 'digital', 'bundle', 'gift_card')),
  quantity int not null check (quantity between 1 and 9999),
  requires_shipping boolean not null,
  weight_grams int not null,
  unit_minor bigint not null,
  subtotal_minor bigint not null,
  discount_minor bigint not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null check (total_minor >= 0),
  -- Options, picture, gift message, why this price, discounts and taxes one by one.
  agreed jsonb not null,
  fulfilled_quantity int not null default 0,
  delivered_quantity int not null default 0,
  returned_quantity int not null default 0,
  refunded_quantity int not null default 0,
  constraint line_position_taken unique (order_id, position),
  constraint line_fulfilled_within check (fulfilled_quantity between 0 and quantity),
  constraint line_delivered_within check (delivered_quantity between 0 and fulfilled_quantity),
  constraint line_returned_within check (returned_quantity between 0 and quantity),
  constraint line_refunded_within check (refunded_quantity between 0 and quantity)
);
create index line_variant on orders.line (variant_id);

-- What a bundle was made of when it was sold, per piece.
create table orders.line_component (
  line_id uuid not null references orders.line (id),
  variant_id uuid not null,
  quantity int not null check (quantity > 0),
  primary key (line_id, variant_id)
);

create table orders.event (
  id bigint generated always as identity primary key,
  order_id uuid not null references orders."order" (id),
  kind text not null,
  at timestamptz not null,
  actor text not null,
  data jsonb not null default '{}'
);
create index event_order on orders.event (order_id, id);

-- What opens an order without an account: 192 random bits, of which only the SHA-256 is kept, and an end.
create table orders.access (
  token_hash bytea primary key,
  order_id uuid not null references orders."order" (id),
  expires_at timestamptz not null
);
create index access_order on orders.access (order_id);
create index access_expiring on orders.access (expires_at);
