-- Why: an invoice of goods that was a mistake is taken back, and what it brought with it; a credit turns its tax back, too.
alter table purchasing.supplier_invoice
  add undone_at timestamptz,
  add undone_by text,
  drop constraint already_invoiced;
create unique index already_invoiced on purchasing.supplier_invoice (order_id, number) where undone_at is null;

-- Which invoice is owed: its number alone may be there twice, once taken back.
alter table purchasing.payable add invoice_id uuid references purchasing.supplier_invoice (id);
update purchasing.payable set invoice_id = invoice.id from purchasing.supplier_invoice invoice
  where payable.kind = 'goods' and invoice.order_id = payable.order_id and invoice.number = payable.number;
alter table purchasing.payable
  add constraint goods_have_an_invoice check ((kind = 'goods') = (invoice_id is not null));
create index payable_of_invoice on purchasing.payable (invoice_id) where invoice_id is not null;

alter table purchasing.landed_cost
  -- Freight that nobody expected came with an invoice, and goes with it.
  add brought_by uuid references purchasing.supplier_invoice (id),
  add undone_at timestamptz,
  drop constraint already_landed;
create unique index already_landed on purchasing.landed_cost (order_id, reference) where undone_at is null;
create index landed_cost_brought_by on purchasing.landed_cost (brought_by) where brought_by is not null;

alter table purchasing.supplier_return
  -- Of what is credited: in the order's currency, and in the shop's.
  add tax_minor bigint not null default 0 check (tax_minor >= 0),
  add tax_booked_minor bigint not null default 0 check (tax_booked_minor >= 0);
