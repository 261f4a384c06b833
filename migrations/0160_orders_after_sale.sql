-- Why: what becomes of an order once it stands: parcels, returns, money given back, changes, withdrawals and drafts.

-- Pieces taken off an order by an edit before they were handed over.
alter table orders.line add column removed_quantity int not null default 0,
  add constraint line_removed_within check (removed_quantity >= 0 and fulfilled_quantity + removed_quantity <= quantity);

create table orders.fulfilment (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  number int not null,
  carrier text not null default '',
  tracking_number text not null default '',
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  constraint fulfilment_number_taken unique (order_id, number),
  constraint fulfilment_delivered_after check (delivered_at >= shipped_at)
);

create table orders.fulfilment_line (
  fulfilment_id uuid not null references orders.fulfilment (id),
  line_id uuid not null references orders.line (id),
  quantity int not null check (quantity > 0),
  primary key (fulfilment_id, line_id)
);
create index fulfilment_line_line on orders.fulfilment_line (line_id);

create table orders."return" (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  number int not null,
  state text not null check (state in ('requested', 'approved', 'rejected', 'received')),
  is_withdrawal boolean not null default false,
  is_exchange boolean not null default false,
  requested_by text not null,
  requested_at timestamptz not null,
  decided_at timestamptz,
  decision_note text not null default '',
  received_at timestamptz,
  constraint return_number_taken unique (order_id, number),
  constraint return_decided check ((state = 'requested') = (decided_at is null)),
  constraint return_received check ((state = 'received') = (received_at is not null))
);

create table orders.return_line (
  return_id uuid not null references orders."return" (id),
  line_id uuid not null references orders.line (id),
  quantity int not null check (quantity > 0),
  reason text not null check (reason in ('changed_mind', 'wrong_size', 'not_as_described', 'damaged', 'faulty',
    'wrong_item', 'late', 'other')),
  note text not null default '',
  sellable_quantity int not null default 0 check (sellable_quantity >= 0),
  damaged_quantity int not null default 0 check (damaged_quantity >= 0),
  primary key (return_id, line_id),
  -- What came is at most what was announced.
  constraint return_line_received_within check (sellable_quantity + damaged_quantity <= quantity)
);
create index return_line_line on orders.return_line (line_id);

create table orders.refund (
  id uuid primary key,
  order_id uuid not null references orders."order" (id),
  number int not null,
  return_id uuid references orders."return" (id),
  state text not null check (state in ('pending', 'done', 'refused')),
  reason text not null,
  actor text not null,
  goods_minor bigint not null check (goods_minor >= 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  goodwill_minor bigint not null check (goodwill_minor >= 0),
  -- Of the three together; postings and the credit note name it by rate.
  tax_minor bigint not null check (tax_minor >= 0),
  taxes jsonb not null default '[]',
  amount_minor bigint not null,
  -- How it is given back.
  means text not null check (means in ('original', 'store_credit')),
  payment_minor bigint not null check (payment_minor >= 0),
  gift_card_minor bigint not null check (gift_card_minor >= 0),
  store_credit_minor bigint not null check (store_credit_minor >= 0),
  requested_at timestamptz not null,
  done_at timestamptz,
  refusal text,
  constraint refund_number_taken unique (order_id, number),
  constraint refund_is_its_parts check (amount_minor > 0
    and amount_minor = goods_minor + delivery_minor + goodwill_minor
    and amount_minor = payment_minor + gift_card_minor + store_credit_minor)
);
create index refund_pending on orders.refund (requested_at) where state = 'pending';

create table orders.refund_line (
  refund_id uuid not null references orders.refund (id),
  line_id uuid not null references orders.line (id),
  quantity int not null check (quantity > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  primary key (refund_id, line_id)
);

-- Each payment that a refund goes back over, as the provider is asked for it.
create table orders.refund_call (
  refund_id uuid not null references orders.refund (id),
  payment_id uuid not null,
  operation_id uuid not null unique,
  amount_minor bigint not null check (amount_minor > 0),
  state text not null default 'pending' check (state in ('pending', 'done', 'refused')),
  primary key (refund_id, payment_id)
);

-- A consumer's statement as it was received (Directive 2011/83/EU, article 11a): kept also when no order fits it.
create table orders.withdrawal (
  id uuid primary key,
  order_id uuid references orders."order" (id),
  return_id uuid references orders."return" (id),
  order_number text not null,
  name text not null,
  email text not null,
  statement text not null,
  is_late boolean not null default false,
  submitted_at timestamptz not null
);
create index withdrawal_order on orders.withdrawal (order_id);

-- A cart that staff put together for somebody, who gets its pay link: a sale by phone, what is added to an order that
-- stands, the other half of an exchange.
create table orders.draft (
  id uuid primary key,
  cart_id uuid not null unique,
  -- The order that it adds to.
  order_id uuid references orders."order" (id),
  email text not null,
  note text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  cancelled_at timestamptz
);
create index draft_order on orders.draft (order_id) where order_id is not null;

create table orders.gift_card (
  line_id uuid not null references orders.line (id),
  piece int not null check (piece > 0),
  gift_card_id uuid not null,
  last4 text not null,
  primary key (line_id, piece)
);
