-- Why: a new product is forecast by what is like it, of which colour, size and material tell as much as the brand does.
-- Options and attributes by name, of the variant and its product.
alter table forecasting.forecast add column attributes jsonb not null default '{}';
