-- Why: the warehouse has every product of the catalogue, and must read again only those that are others now.
create table analytics.goods_revision (
  id boolean primary key default true check (id),
  number bigint not null default 0,
  -- Since then all products are to be read again: something changed that is of many.
  all_since bigint not null default 0
);
insert into analytics.goods_revision default values;

create table analytics.changed_product (
  product_id uuid primary key,
  -- The revision in which it changed last.
  number bigint not null
);
create index changed_product_number on analytics.changed_product (number);
