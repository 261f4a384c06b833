-- Why: promotions are data, so that each can say why it did or did not apply; what they gave is counted against limits.
create table pricing.rulebook (
  is_only boolean primary key default true check (is_only),
  version bigint not null
);
insert into pricing.rulebook (version) values (1);

create table pricing.lane (
  lane int primary key check (lane between 1 and 99),
  name text not null check (length(name) between 1 and 200),
  stacking text not null check (stacking in ('best', 'best_per_line', 'all'))
);
insert into pricing.lane (lane, name, stacking) values
  (1, 'Goods', 'best_per_line'), (2, 'Order', 'best'), (3, 'Delivery and gifts', 'all');

create table pricing.promotion (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  trigger text not null check (trigger in ('automatic', 'code')),
  lane int not null references pricing.lane (lane),
  priority int not null,
  is_exclusive boolean not null,
  is_active boolean not null,
  conditions jsonb not null,
  benefits jsonb not null,
  uses_limit bigint check (uses_limit > 0),
  customer_limit bigint check (customer_limit > 0),
  -- minor units by currency
  budget jsonb,
  -- Kept for the orders that used it; in no rulebook any more.
  removed_at timestamptz
);

-- What was in force when: the prices that promotions made are prices before a reduction, too.
create table pricing.promotion_change (
  id bigint generated always as identity primary key,
  promotion_id uuid not null,
  -- null: not in force any more
  definition jsonb,
  changed_at timestamptz not null
);
create index promotion_change_promotion on pricing.promotion_change (promotion_id, id);
create trigger promotion_change_append_only before update or delete or truncate on pricing.promotion_change
  for each statement execute function pricing.refuse_change();

create table pricing.promotion_code (
  -- capitals without spaces and hyphens
  code text primary key check (code ~ '^\S{1,64}$'),
  -- as it is shown
  text text not null,
  promotion_id uuid not null references pricing.promotion (id),
  uses_limit bigint check (uses_limit > 0)
);
create index promotion_code_promotion on pricing.promotion_code (promotion_id, code);

create table pricing.promotion_use (
  order_id uuid not null,
  promotion_id uuid not null references pricing.promotion (id),
  code text,
  -- '' is whoever was not known
  customer text not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  -- the counters that it was counted in
  subjects text[] not null,
  used_at timestamptz not null,
  released_at timestamptz,
  primary key (order_id, promotion_id)
);
create index promotion_use_promotion on pricing.promotion_use (promotion_id) where released_at is null;

-- Only for limits that were set: 'all', 'customer <id>', 'budget <currency>', 'code <code>'.
create table pricing.promotion_counter (
  promotion_id uuid not null references pricing.promotion (id),
  subject text not null,
  taken bigint not null,
  bound bigint not null,
  primary key (promotion_id, subject),
  constraint promotion_used_up check (taken between 0 and bound)
);
