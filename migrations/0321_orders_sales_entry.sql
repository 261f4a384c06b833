-- Why: the ledger keeps what everything came to; which lines of which orders its sales, credits and costs are of is kept
-- beside it (a subledger), so that no report computes revenue from orders a second time.
create table orders.sales_entry (
  id bigint generated always as identity,
  -- The database transaction that wrote it: read forward by it, nothing that commits late is skipped.
  xid xid8 not null default pg_current_xact_id(),
  posted_at timestamptz not null,
  kind text not null check (kind in ('sale', 'credit', 'correction', 'cost', 'cost_returned', 'goodwill')),
  -- The ledger's transaction whose postings it is a part of, and its place among the others.
  ledger_kind text not null,
  ledger_reference text not null,
  position smallint not null check (position >= 0),
  -- Without foreign keys: they would lock the order and each of its lines once more. Who writes has the order locked.
  order_id uuid not null,
  -- None for delivery, goodwill, and what was posted before there was a journal.
  line_id uuid,
  quantity int not null,
  -- Without tax: before discounts, what they took off, and what was credited of goods.
  gross_minor bigint not null,
  discount_minor bigint not null,
  returns_minor bigint not null,
  shipping_minor bigint not null,
  gift_cards_minor bigint not null,
  tax_minor bigint not null,
  cost_minor bigint not null,
  goodwill_minor bigint not null check (goodwill_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  primary key (xid, id),
  -- Written twice is written once, as in the ledger.
  constraint sales_entry_once unique (ledger_kind, ledger_reference, position)
);

create function orders.refuse_sales_change() returns trigger language plpgsql as $$
begin
  raise exception 'the sales journal is append-only';
end $$;
create trigger sales_entry_append_only before update or delete or truncate on orders.sales_entry
  for each statement execute function orders.refuse_sales_change();

-- What was posted before: one row a transaction and currency. Of which lines it was is not kept anywhere: lines that were
-- agreed anew are not what was sold first.
insert into orders.sales_entry (posted_at, kind, ledger_kind, ledger_reference, position, order_id, quantity,
  gross_minor, discount_minor, returns_minor, shipping_minor, gift_cards_minor, tax_minor, cost_minor, goodwill_minor,
  currency)
select posted_at, case made.kind when 'sale' then 'sale' when 'refund' then 'credit' when 'correction' then 'correction'
    when 'goods_shipped' then 'cost' when 'goods_returned' then 'cost_returned' else 'goodwill' end,
  made.kind, reference, row_number() over (partition by made.id order by currency) - 1, order_id, 0,
  coalesce(-sum(amount_minor) filter (where account = 'sales'), 0),
  coalesce(sum(amount_minor) filter (where account = 'discounts'), 0),
  coalesce(sum(amount_minor) filter (where account = 'returns'), 0),
  coalesce(-sum(amount_minor) filter (where account = 'shipping'), 0),
  coalesce(-sum(amount_minor) filter (where account = 'gift_cards_sold'), 0),
  coalesce(-sum(amount_minor) filter (where account like 'tax:%'), 0),
  coalesce(sum(amount_minor) filter (where account = 'cost_of_goods'), 0),
  coalesce(sum(amount_minor) filter (where account = 'goodwill'), 0), currency
from ledger.transaction made join ledger.posting on posting.transaction_id = made.id
where order_id is not null
  and made.kind in ('sale', 'refund', 'correction', 'goods_shipped', 'goods_returned', 'goodwill')
group by made.id, currency order by made.id;
