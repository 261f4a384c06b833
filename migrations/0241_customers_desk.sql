-- Why: staff find customers by what they bought, note things about them, and put them into segments by hand or by rule.

alter table customers.customer
  -- What they ordered, as orders tell it: of orders that stand, less what was given back, in the currency of most of them.
  add column orders_count int not null default 0 check (orders_count >= 0),
  add column spent_minor bigint not null default 0,
  add column spent_currency text not null default '',
  add column first_order_at timestamptz,
  add column last_order_at timestamptz,
  -- Of the last order.
  add column country text not null default '',
  add column market_code text not null default '';

create index customer_by_name on customers.customer (lower(name));
create index customer_by_last_name on customers.customer (lower(regexp_replace(name, '^.* ', '')));
create index customer_by_last_order on customers.customer ((coalesce(last_order_at, '-infinity'::timestamptz)), id);
create index customer_by_spent on customers.customer (spent_minor, id);
create index customer_by_orders on customers.customer (orders_count, id);

create table customers.note (
  id bigint generated always as identity primary key,
  customer_id uuid not null references customers.customer (id) on delete cascade,
  text text not null,
  actor text not null,
  at timestamptz not null
);
create index note_customer on customers.note (customer_id, id);

-- A group of customers by its code, which prices and promotions name. With a rule, whoever fits it is in it.
create table customers.segment (
  id uuid primary key,
  code text not null,
  name text not null,
  rule jsonb,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint segment_code_taken unique (code)
);
