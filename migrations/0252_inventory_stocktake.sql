-- Why: a shelf is counted by several people while the shop sells; what each saw, and what was there then, is kept.
create table inventory.stocktake (
  id uuid primary key,
  number bigint generated always as identity unique,
  location_id uuid not null references inventory.location (id),
  name text not null check (length(name) between 1 and 200),
  -- Everything that the place holds, or the items below.
  scope text not null check (scope in ('all', 'listed')),
  -- Who counts does not see what should be there.
  is_blind boolean not null,
  state text not null default 'open' check (state in ('open', 'approved', 'cancelled')),
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  closed_by text
);
create index stocktake_state on inventory.stocktake (state, number desc);

create table inventory.stocktake_item (
  stocktake_id uuid not null references inventory.stocktake (id) on delete cascade,
  variant_id uuid not null,
  primary key (stocktake_id, variant_id)
);

create table inventory.stocktake_entry (
  id bigint generated always as identity primary key,
  stocktake_id uuid not null references inventory.stocktake (id),
  variant_id uuid not null,
  -- Pieces seen, to be added to those seen before; below zero takes back what was counted by mistake.
  quantity int not null,
  -- Counted anew: what was counted before does not count.
  is_anew boolean not null,
  -- What the books had at that moment: what is sold later does not make a difference.
  on_hand int not null,
  counted_by text not null,
  counted_at timestamptz not null
);
create index stocktake_entry_of on inventory.stocktake_entry (stocktake_id, variant_id, id);

-- What the differences came to when it was approved.
create table inventory.stocktake_result (
  stocktake_id uuid not null references inventory.stocktake (id),
  variant_id uuid not null,
  expected int not null,
  counted int not null,
  primary key (stocktake_id, variant_id)
);
