-- Why: goods are bought from suppliers at prices and terms, ordered, received in parts, and paid; what is on its way is known.
create schema purchasing;

create table purchasing.supplier (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What they are written in.
  locale text not null,
  -- Where orders are mailed; '': they are told otherwise.
  email text not null default '',
  address text not null default '',
  payment_days int not null default 30 check (payment_days between 0 and 365),
  incoterm text not null default '',
  -- What they say; what is true is learned from receipts.
  lead_days int not null check (lead_days between 0 and 730),
  -- ISO weekdays on which orders are given: '14' are Mondays and Thursdays, '' is any day. Every so many weeks.
  order_weekdays text not null default '' check (order_weekdays ~ '^1?2?3?4?5?6?7?$'),
  order_weeks smallint not null default 1 check (order_weeks between 1 and 26),
  order_minimum_minor bigint not null default 0 check (order_minimum_minor >= 0),
  order_minimum_pieces int not null default 0 check (order_minimum_pieces >= 0),
  -- What a major unit of theirs is worth in the shop's currency, ten digits after the point.
  rate_e10 bigint not null default 10000000000 check (rate_e10 > 0),
  note text not null default '',
  is_active boolean not null default true,
  made_at timestamptz not null,
  constraint name_taken unique (name)
);

create table purchasing.supplier_contact (
  supplier_id uuid not null references purchasing.supplier (id),
  position smallint not null,
  name text not null,
  email text not null default '',
  phone text not null default '',
  about text not null default '',
  primary key (supplier_id, position)
);

create table purchasing.supplier_closed (
  supplier_id uuid not null references purchasing.supplier (id),
  from_on date not null,
  until_on date not null,
  primary key (supplier_id, from_on),
  constraint ends_before_it_begins check (until_on >= from_on)
);

-- Who sells what, and how: their price list.
create table purchasing.source (
  supplier_id uuid not null references purchasing.supplier (id),
  variant_id uuid not null,
  -- Theirs; '' where they have none.
  sku text not null default '',
  pack_size int not null default 1 check (pack_size > 0),
  minimum_quantity int not null default 1 check (minimum_quantity > 0),
  shelf_life_days int check (shelf_life_days > 0),
  -- The lowest is bought from first.
  rank smallint not null default 0,
  primary key (supplier_id, variant_id)
);
create index source_of_variant on purchasing.source (variant_id, rank);

-- From so many pieces on, so much for so many: 12.50 for 1,000.
create table purchasing.price_break (
  supplier_id uuid not null,
  variant_id uuid not null,
  from_quantity int not null check (from_quantity > 0),
  price_minor bigint not null check (price_minor >= 0),
  per_quantity int not null default 1 check (per_quantity > 0),
  primary key (supplier_id, variant_id, from_quantity),
  foreign key (supplier_id, variant_id) references purchasing.source (supplier_id, variant_id) on delete cascade
);

create table purchasing.purchase_order (
  id uuid primary key,
  number bigint generated always as identity unique,
  supplier_id uuid not null references purchasing.supplier (id),
  location_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'awaiting_approval', 'approved', 'sent', 'confirmed',
    'partly_received', 'received', 'closed_short', 'cancelled')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate_e10 bigint not null check (rate_e10 > 0),
  expected_on date,
  -- What they were asked for when it was needed sooner.
  expedited_for date,
  note text not null default '',
  -- Grows with every change of what is ordered: who approves says which they saw.
  version int not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  edited_by text not null,
  approved_at timestamptz,
  approved_by text,
  sent_at timestamptz,
  confirmed_at timestamptz,
  closed_at timestamptz
);
create index purchase_order_of_supplier on purchasing.purchase_order (supplier_id, number);
create index purchase_order_by_state on purchasing.purchase_order (state, number);

-- Why an order was made, once: whoever asks again with the same reference gets the same order.
create table purchasing.request (
  reference text primary key,
  order_id uuid not null references purchasing.purchase_order (id)
);
create index request_of_order on purchasing.request (order_id);

create table purchasing.purchase_order_line (
  id uuid primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  position int not null,
  variant_id uuid not null,
  quantity int not null check (quantity > 0),
  price_minor bigint not null check (price_minor >= 0),
  per_quantity int not null check (per_quantity > 0),
  -- What their list said when it was ordered.
  list_price_minor bigint,
  list_per_quantity int,
  sku text not null default '',
  confirmed_quantity int check (confirmed_quantity >= 0),
  confirmed_price_minor bigint check (confirmed_price_minor >= 0),
  confirmed_per_quantity int check (confirmed_per_quantity > 0),
  confirmed_on date,
  received int not null default 0 check (received >= 0),
  damaged int not null default 0 check (damaged >= 0),
  wrong int not null default 0 check (wrong >= 0),
  returned int not null default 0 check (returned >= 0),
  constraint one_line_a_variant unique (order_id, variant_id),
  constraint returned_was_received check (returned <= received)
);
create index purchase_order_line_of_variant on purchasing.purchase_order_line (variant_id);

-- What happened to an order: who, when, what.
create table purchasing.step (
  id bigint generated always as identity primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  verb text not null,
  from_state text not null,
  to_state text not null,
  note text not null default '',
  at timestamptz not null,
  by text not null
);
create index step_of_order on purchasing.step (order_id, id);

create table purchasing.receipt (
  id uuid primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  number int not null,
  -- Of the delivery note: the same delivery is received once.
  reference text not null,
  rate_e10 bigint not null check (rate_e10 > 0),
  note text not null default '',
  received_at timestamptz not null,
  received_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint one_number_a_receipt unique (order_id, number)
);
create unique index already_received on purchasing.receipt (order_id, reference) where undone_at is null;

create table purchasing.receipt_line (
  receipt_id uuid not null references purchasing.receipt (id),
  line_id uuid not null references purchasing.purchase_order_line (id),
  received int not null check (received >= 0),
  damaged int not null default 0 check (damaged >= 0),
  wrong int not null default 0 check (wrong >= 0),
  -- What the received pieces came to, in the order's currency and in the shop's.
  value_minor bigint not null,
  cost_minor bigint not null,
  primary key (receipt_id, line_id)
);
create index receipt_line_of_line on purchasing.receipt_line (line_id);

-- Freight, duty and fees, over what they brought in. `posted`: what came into stock of it so far, by line.
create table purchasing.landed_cost (
  id uuid primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  kind text not null check (kind in ('freight', 'duty', 'fees', 'price')),
  spread_by text not null check (spread_by in ('value', 'weight', 'volume', 'pieces')),
  amount_minor bigint not null,
  reference text not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint already_landed unique (order_id, reference)
);
create table purchasing.landed_share (
  landed_cost_id uuid not null references purchasing.landed_cost (id),
  line_id uuid not null references purchasing.purchase_order_line (id),
  weight bigint not null check (weight >= 0),
  posted_minor bigint not null default 0,
  primary key (landed_cost_id, line_id)
);
create index landed_share_of_line on purchasing.landed_share (line_id);

create table purchasing.supplier_invoice (
  id uuid primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  number text not null,
  invoiced_on date not null,
  due_on date not null,
  -- In the order's currency, without tax; tax apart.
  goods_minor bigint not null check (goods_minor >= 0),
  charges_minor bigint not null default 0 check (charges_minor >= 0),
  tax_minor bigint not null default 0 check (tax_minor >= 0),
  rate_e10 bigint not null check (rate_e10 > 0),
  made_at timestamptz not null,
  made_by text not null,
  constraint already_invoiced unique (order_id, number)
);
create table purchasing.supplier_invoice_line (
  invoice_id uuid not null references purchasing.supplier_invoice (id),
  line_id uuid not null references purchasing.purchase_order_line (id),
  quantity int not null check (quantity > 0),
  value_minor bigint not null check (value_minor >= 0),
  -- What of the receipts it settles: at the order's price in its currency, and in the shop's.
  settled_value_minor bigint not null,
  settled_minor bigint not null,
  primary key (invoice_id, line_id)
);
create index supplier_invoice_line_of_line on purchasing.supplier_invoice_line (line_id);

create table purchasing.supplier_return (
  id uuid primary key,
  order_id uuid not null references purchasing.purchase_order (id),
  number int not null,
  reason text not null check (reason in ('damaged', 'wrong', 'too_many', 'other')),
  note text not null default '',
  reference text not null,
  returned_at timestamptz not null,
  returned_by text not null,
  constraint already_returned unique (order_id, reference)
);
create table purchasing.supplier_return_line (
  return_id uuid not null references purchasing.supplier_return (id),
  line_id uuid not null references purchasing.purchase_order_line (id),
  quantity int not null check (quantity > 0),
  -- Of these, how many nobody had invoiced; what of the receipts that settles.
  uninvoiced int not null check (uninvoiced between 0 and quantity),
  settled_value_minor bigint not null,
  settled_minor bigint not null,
  -- What is credited in all, in the shop's currency.
  credit_minor bigint not null,
  primary key (return_id, line_id)
);
create index supplier_return_line_of_line on purchasing.supplier_return_line (line_id);
