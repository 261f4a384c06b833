-- Why: the catalogue is the shop's list of what it sells; every later module names a product or a variant of it.
create schema catalog;

create table catalog.brand (
  id uuid primary key,
  handle text not null unique,
  name text not null,
  description_html text not null default '',
  logo_asset_id uuid,
  updated_at timestamptz not null default now()
);
create unique index brand_name_unique on catalog.brand (lower(name));

create table catalog.category (
  id uuid primary key,
  parent_id uuid references catalog.category (id),
  handle text not null unique,
  name text not null,
  -- Handles from the root, joined by '/': 'home/kitchen/mugs'. Kept by the module, so that a subtree is a prefix.
  path text not null unique,
  position int not null default 0,
  description_html text not null default ''
);
create index category_parent on catalog.category (parent_id, position);
create index category_path_prefix on catalog.category (path text_pattern_ops);

create table catalog.attribute_definition (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  name text not null,
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'choice', 'choices', 'measure', 'color', 'url')),
  unit text,
  choices text[] not null default '{}',
  is_facet boolean not null default false,
  position int not null default 0
);

create table catalog.product (
  id uuid primary key,
  handle text not null,
  title text not null check (title <> ''),
  description_html text not null default '',
  kind text not null default 'physical' check (kind in ('physical', 'digital', 'bundle', 'gift_card')),
  brand_id uuid references catalog.brand (id),
  product_type text not null default '',
  tags text[] not null default '{}',
  status text not null default 'draft' check (status in ('draft', 'active', 'archived')),
  publish_at timestamptz,
  unpublish_at timestamptz,
  seo_title text not null default '',
  seo_description text not null default '',
  -- Keys are those of catalog.attribute_definition; values are of its type.
  attributes jsonb not null default '{}',
  -- General Product Safety Regulation (EU) 2023/988, article 19.
  manufacturer jsonb,
  eu_responsible_person jsonb,
  safety_warnings text not null default '',
  -- Columns of a foreign file that have no field of their own, kept so that nothing is lost on the way in and out.
  foreign_fields jsonb not null default '{}',
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  constraint product_handle_taken unique (handle),
  constraint product_schedule_order check (unpublish_at is null or publish_at is null or unpublish_at > publish_at)
);
create index product_brand on catalog.product (brand_id);
create index product_due on catalog.product (publish_at) where publish_at is not null;
create index product_undue on catalog.product (unpublish_at) where unpublish_at is not null;

create table catalog.product_category (
  product_id uuid not null references catalog.product (id) on delete cascade,
  category_id uuid not null references catalog.category (id),
  -- 0 is the product's own category, that of its breadcrumb.
  position int not null default 0,
  primary key (product_id, category_id)
);
create index product_category_category on catalog.product_category (category_id);

create table catalog.product_option (
  product_id uuid not null references catalog.product (id) on delete cascade,
  position int not null check (position between 0 and 2),
  name text not null check (name <> ''),
  "values" text[] not null,
  primary key (product_id, position)
);

create table catalog.variant (
  id uuid primary key,
  product_id uuid not null references catalog.product (id) on delete cascade,
  position int not null,
  sku text,
  barcode text,
  option_values text[] not null default '{}',
  cost_minor bigint check (cost_minor >= 0),
  cost_currency text,
  weight_grams int check (weight_grams >= 0),
  length_mm int check (length_mm >= 0),
  width_mm int check (width_mm >= 0),
  height_mm int check (height_mm >= 0),
  hs_code text check (hs_code ~ '^[0-9]{6,10}$'),
  origin_country text check (origin_country ~ '^[A-Z]{2}$'),
  requires_shipping boolean not null default true,
  is_taxable boolean not null default true,
  tax_code text not null default '',
  -- Price per unit (Directive 98/6/EC): 0.5 kg in the pack, shown per 1 kg.
  unit_price jsonb,
  asset_id uuid,
  attributes jsonb not null default '{}',
  foreign_fields jsonb not null default '{}',
  constraint variant_sku_taken unique (sku),
  constraint variant_options_taken unique (product_id, option_values) deferrable initially deferred,
  constraint variant_cost_has_currency check ((cost_minor is null) = (cost_currency is null))
);
create index variant_product on catalog.variant (product_id, position);
create index variant_barcode on catalog.variant (barcode) where barcode is not null;

create table catalog.product_media (
  product_id uuid not null references catalog.product (id) on delete cascade,
  asset_id uuid not null,
  position int not null,
  alt text not null default '',
  primary key (product_id, asset_id)
);
create index product_media_asset on catalog.product_media (asset_id);

create table catalog.bundle_component (
  bundle_variant_id uuid not null references catalog.variant (id) on delete cascade,
  component_variant_id uuid not null references catalog.variant (id),
  quantity int not null check (quantity > 0),
  primary key (bundle_variant_id, component_variant_id),
  constraint bundle_not_of_itself check (bundle_variant_id <> component_variant_id)
);
create index bundle_component_component on catalog.bundle_component (component_variant_id);

create table catalog.product_relation (
  product_id uuid not null references catalog.product (id) on delete cascade,
  related_id uuid not null references catalog.product (id) on delete cascade,
  kind text not null check (kind in ('related', 'cross_sell', 'up_sell')),
  position int not null,
  primary key (product_id, kind, related_id),
  constraint relation_not_to_itself check (product_id <> related_id)
);
create index product_relation_related on catalog.product_relation (related_id);

create table catalog.digital_file (
  variant_id uuid not null references catalog.variant (id) on delete cascade,
  asset_id uuid not null,
  name text not null,
  position int not null default 0,
  download_limit int check (download_limit > 0),
  expiry_days int check (expiry_days > 0),
  primary key (variant_id, asset_id)
);

-- field: title, description_html, seo_title, seo_description, option:N:name, option:N:value:V, attribute:KEY, alt:ASSET
create table catalog.translation (
  entity text not null check (entity in ('product', 'brand', 'category', 'attribute')),
  entity_id text not null,
  locale text not null,
  field text not null,
  value text not null,
  primary key (entity, entity_id, locale, field)
);
