-- Why: tax and invoices ask where the seller is established and under which number (Directive 2006/112/EC, article 226).
alter table markets.shop
  add column country text not null default '' check (country ~ '^([A-Z]{2})?$'),
  add column vat_id text not null default '';
