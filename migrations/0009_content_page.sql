-- Why: a shop is also its words: pages, menus, the home page, and where old addresses lead now.
create schema content;

create table content.page (
  id uuid primary key,
  handle text not null unique,
  title text not null,
  body_html text not null,
  seo_title text not null default '',
  seo_description text not null default '',
  is_published boolean not null default true,
  updated_at timestamptz not null default now()
);

create table content.menu (
  handle text primary key,
  -- [{ title, path, assetId?, children: [...] }], titles per locale
  items jsonb not null,
  updated_at timestamptz not null default now()
);

-- What stands on the home page and in the site-wide notices, in the words of the section kinds.
create table content.section_set (
  handle text primary key,
  sections jsonb not null,
  updated_at timestamptz not null default now()
);

create table content.size_table (
  id uuid primary key,
  name text not null,
  -- products with this type or of this category path show the table
  product_type text,
  category_path text,
  "columns" jsonb not null,
  "rows" jsonb not null
);

create table content.translation (
  entity text not null check (entity in ('page', 'size_table')),
  entity_id uuid not null,
  locale text not null,
  field text not null,
  value text not null,
  primary key (entity, entity_id, locale, field)
);

create table content.redirect (
  path text primary key check (path ~ '^/'),
  target text not null check (target ~ '^/'),
  created_at timestamptz not null default now(),
  constraint redirect_not_to_itself check (path <> target)
);
