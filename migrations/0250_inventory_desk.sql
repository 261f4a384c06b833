-- Why: people find and sort stock by what goods are called, which the catalogue knows: a copy of that follows it here.
create table inventory.item (
  variant_id uuid primary key,
  product_id uuid not null,
  title text not null,
  -- 'S / Blue'; '' for a product without options
  options text not null,
  sku text,
  barcode text,
  brand_id uuid,
  asset_id uuid,
  kind text not null,
  status text not null,
  -- What it is found by: words of its title and options, SKU and barcode, all folded.
  words tsvector not null,
  -- Where it stands in a list: its folded title, then its place among the product's variants.
  place text not null collate "C"
);
create index item_place on inventory.item (place, variant_id);
create index item_words on inventory.item using gin (words);
create index item_product on inventory.item (product_id);
create index item_brand on inventory.item (brand_id, place);
create index item_sku on inventory.item (lower(sku));
create index item_barcode on inventory.item (barcode) where barcode is not null;

-- How far the copy has come for products that were there before it; after that it follows events.
create table inventory.item_fill (
  id boolean primary key default true check (id),
  after_id uuid,
  is_done boolean not null default false
);
insert into inventory.item_fill default values;

-- Who moved it, as timelines name people and programs; '' is the shop itself, by an order.
alter table inventory.movement add column actor text not null default '';
create index movement_by_hand on inventory.movement (reason, id desc) where reason <> 'sold';

-- When goods are few: at a place, or anywhere (no place). What a variant's own policy says comes first.
create table inventory.low_stock_rule (
  location_id uuid references inventory.location (id),
  low_stock_at int not null check (low_stock_at >= 0),
  constraint low_stock_rule_once unique nulls not distinct (location_id)
);
