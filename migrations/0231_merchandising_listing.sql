-- Why: the table of all products is searched, filtered and sorted by what several modules know, at 100,000 products in a
-- moment: one narrow row each, kept beside the facts that rules ask about.
create table merchandising.listing (
  product_id uuid primary key,
  title text not null,
  -- Lower case, to sort by.
  title_key text not null,
  handle text not null,
  status text not null,
  kind text not null,
  brand_id uuid,
  product_type text not null,
  tags text[] not null,
  -- Paths of handles with all above them.
  categories text[] not null,
  asset_id uuid,
  -- By currency: [least, greatest] in minor units as text.
  prices jsonb not null,
  -- Over all variants; null: not counted.
  available int,
  stock text not null check (stock in ('untracked', 'out', 'low', 'in')),
  variants int not null,
  -- Every variant has a price in some currency.
  is_priced boolean not null,
  -- Title, handle, SKUs and barcodes in lower case.
  searched text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index listing_updated on merchandising.listing (updated_at desc, product_id desc);
create index listing_created on merchandising.listing (created_at desc, product_id desc);
create index listing_title on merchandising.listing (title_key, product_id);
create index listing_brand on merchandising.listing (brand_id);
