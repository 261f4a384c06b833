-- Why: shoppers meet products in collections; a manager picks them by hand or states a rule once.
create schema merchandising;

create table merchandising.collection (
  id uuid primary key,
  handle text not null,
  title text not null check (title <> ''),
  description_html text not null default '',
  kind text not null check (kind in ('manual', 'rule')),
  rule jsonb,
  sort text not null default 'manual'
    check (sort in ('manual', 'best_selling', 'newest', 'title', 'price_ascending', 'price_descending')),
  asset_id uuid,
  seo_title text not null default '',
  seo_description text not null default '',
  is_published boolean not null default true,
  position int not null default 0,
  version bigint not null default 1,
  updated_at timestamptz not null default now(),
  constraint collection_handle_taken unique (handle),
  constraint rule_collections_have_a_rule check ((kind = 'rule') = (rule is not null))
);

create table merchandising.collection_product (
  collection_id uuid not null references merchandising.collection (id) on delete cascade,
  product_id uuid not null,
  -- the manager's order in a manual collection; 0 in a rule collection
  position int not null default 0,
  entered_at timestamptz not null,
  primary key (collection_id, product_id)
);
create index collection_product_product on merchandising.collection_product (product_id);

-- A pin has a place from the top (1 is first); a boost or a bury has none.
create table merchandising.placement (
  collection_id uuid not null references merchandising.collection (id) on delete cascade,
  product_id uuid not null,
  kind text not null check (kind in ('pin', 'boost', 'bury')),
  place int,
  primary key (collection_id, product_id),
  constraint pins_have_a_place check ((kind = 'pin') = (place is not null)),
  constraint placement_place_taken unique (collection_id, place) deferrable initially deferred
);

-- The facts that rules ask about, one row per product: an edit is compared with this to know what changed.
create table merchandising.product_facts (
  product_id uuid primary key,
  facts jsonb not null
);

create table merchandising.translation (
  collection_id uuid not null references merchandising.collection (id) on delete cascade,
  locale text not null,
  field text not null check (field in ('title', 'description_html', 'seo_title', 'seo_description')),
  value text not null,
  primary key (collection_id, locale, field)
);
