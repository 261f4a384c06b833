-- Why: what suppliers, carriers and customs invoiced is paid, in parts or together, and what is owed is known to the unit.
alter table purchasing.supplier
  -- 2 % off what is paid within 10 days: 20000 and 10; 0: none.
  add discount_millionths int not null default 0 check (discount_millionths between 0 and 500000),
  add discount_days int not null default 0 check (discount_days between 0 and 365);

-- An invoice (above zero) or a credit (below) of one supplier. What of it is open is what was not settled yet.
create table purchasing.payable (
  id uuid primary key,
  supplier_id uuid not null references purchasing.supplier (id),
  -- Goods and credits are of one order; charges (freight, duty, fees) of any number.
  kind text not null check (kind in ('goods', 'charges', 'credit')),
  order_id uuid references purchasing.purchase_order (id),
  -- Theirs.
  number text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- In their currency, with tax; what the books owe for it, and what of that is tax, in the shop's.
  amount_minor bigint not null check (amount_minor <> 0),
  booked_minor bigint not null,
  tax_booked_minor bigint not null default 0,
  invoiced_on date not null,
  due_on date not null,
  -- Until then so much may be taken off.
  discount_until date,
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  -- What payments settled of it, discounts among it; of the discount; and what of the books that was.
  settled_minor bigint not null default 0,
  discounted_minor bigint not null default 0 check (discounted_minor >= 0),
  settled_booked_minor bigint not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint settled_within check (settled_minor between least(amount_minor, 0) and greatest(amount_minor, 0)),
  constraint settled_in_the_books check (settled_minor <> amount_minor or settled_booked_minor = booked_minor)
);
create unique index already_charged on purchasing.payable (supplier_id, number)
  where kind = 'charges' and undone_at is null;
create index payable_open on purchasing.payable (due_on, id) where undone_at is null and settled_minor <> amount_minor;
create index payable_of_supplier on purchasing.payable (supplier_id, due_on, id);
create index payable_of_order on purchasing.payable (order_id) where order_id is not null;

-- Money to one supplier, over any number of what they invoiced.
create table purchasing.payment (
  id uuid primary key,
  supplier_id uuid not null references purchasing.supplier (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- In their currency; what left the bank for it, in the shop's.
  amount_minor bigint not null check (amount_minor >= 0),
  bank_minor bigint not null check (bank_minor >= 0),
  paid_on date not null,
  -- Of the transfer: the same is paid once.
  reference text not null,
  made_at timestamptz not null,
  made_by text not null,
  undone_at timestamptz,
  undone_by text
);
create unique index already_paid on purchasing.payment (supplier_id, reference) where undone_at is null;
create index payment_of_supplier on purchasing.payment (supplier_id, paid_on, id);
create table purchasing.payment_line (
  payment_id uuid not null references purchasing.payment (id),
  payable_id uuid not null references purchasing.payable (id),
  -- In their currency: what was paid (below zero: of a credit), and what was taken off for paying early.
  paid_minor bigint not null,
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  -- In the shop's: what it settles in the books, and of that the discount, and the tax in the discount.
  settled_booked_minor bigint not null,
  discount_booked_minor bigint not null default 0,
  discount_tax_minor bigint not null default 0,
  primary key (payment_id, payable_id)
);
create index payment_line_of_payable on purchasing.payment_line (payable_id);

alter table purchasing.landed_cost
  -- The invoice that came for it: nothing is expected of it any more; what it came to, in the shop's currency.
  add cleared_by uuid references purchasing.payable (id),
  add cleared_minor bigint;
create index landed_cost_cleared_by on purchasing.landed_cost (cleared_by) where cleared_by is not null;
create index landed_cost_awaited on purchasing.landed_cost (made_at, id) where cleared_by is null;

-- What is credited of goods that were invoiced, in the order's currency.
alter table purchasing.supplier_return_line add credit_value_minor bigint not null default 0;
