-- Why: suppliers announce prices: the new ones are written down when they are told, and hold from their day on.
alter table purchasing.price_break
  -- '0001-01-01': ever since. Those of the latest day that has come are in force, all of them.
  add valid_from date not null default '0001-01-01',
  drop constraint price_break_pkey,
  add primary key (supplier_id, variant_id, valid_from, from_quantity);
