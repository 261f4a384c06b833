-- Why: a product that is due must be told of once, also when no worker ran at that minute; and names are looked up.
create table catalog.publication_watermark (
  id int primary key default 1 check (id = 1),
  seen_until timestamptz not null
);
insert into catalog.publication_watermark (seen_until) values (now());

-- Active products that nobody has seen yet: those that wait for their day, and new ones.
create index product_never_published on catalog.product (id) where status = 'active' and published_at is null;

create index category_name on catalog.category (lower(name));
