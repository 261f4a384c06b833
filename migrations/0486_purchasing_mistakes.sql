-- Why: a landed cost, and goods that were said to have gone back, can be a mistake: both are taken back.
alter table purchasing.landed_cost add undone_by text;

alter table purchasing.supplier_return
  add undone_at timestamptz,
  add undone_by text,
  drop constraint already_returned;
create unique index already_returned on purchasing.supplier_return (order_id, reference) where undone_at is null;

alter table purchasing.supplier_return_line
  -- What the goods left stock at, in the shop's currency: they come back at it.
  add left_minor bigint not null default 0;

-- Which return a credit is of: its number alone may be there twice, once taken back.
alter table purchasing.payable add return_id uuid references purchasing.supplier_return (id);
update purchasing.payable set return_id = back.id from purchasing.supplier_return back
  where payable.kind = 'credit' and back.order_id = payable.order_id and back.reference = payable.number;
alter table purchasing.payable
  add constraint credits_have_a_return check ((kind = 'credit') = (return_id is not null));
create index payable_of_return on purchasing.payable (return_id) where return_id is not null;
