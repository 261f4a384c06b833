-- Why: a landed cost or a dearer invoice that was a mistake leaves the goods that are still there with what is still there of it,
-- however goods came and went since.
alter table ledger.cost_level
  -- How much of what was in stock once left since, as a logarithm: of what was there at 0.2, e^-(0.9 - 0.2) is there at 0.9.
  add decay float8 not null default 0 check (decay >= 0);

-- What each source (a landed cost, an invoice) put onto goods.
create table ledger.landed_stock (
  source uuid not null,
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- All that was landed and not taken back; and what of it was in stock when the level's decay was this.
  landed_minor bigint not null,
  stock_minor bigint not null,
  decay float8 not null,
  primary key (source, variant_id, currency)
);
