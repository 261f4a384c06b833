-- Why: what is added to an order, or sent in exchange, is an order of its own that travels with it (decision 0013).
create table orders.link (
  order_id uuid primary key references orders."order" (id),
  parent_id uuid not null references orders."order" (id),
  kind text not null check (kind in ('addition', 'exchange')),
  made_by text not null,
  made_at timestamptz not null,
  constraint link_to_another check (order_id <> parent_id)
);
create index link_parent on orders.link (parent_id, made_at);

create table orders.exchange (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  return_id uuid not null unique references orders."return" (id),
  new_order_id uuid not null unique references orders.link (order_id),
  -- Whether the new goods wait for the old ones.
  sends text not null check (sends in ('at_once', 'on_receipt')),
  -- What the pieces that come back pay of the new order.
  credit_minor bigint not null check (credit_minor >= 0),
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  ended_at timestamptz,
  constraint exchange_ended check ((state = 'open') = (ended_at is null))
);
create index exchange_order on orders.exchange (order_id);
