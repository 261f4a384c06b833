-- Why: every price, text and address of the shop belongs to a market (a currency and countries) and a language.
create schema markets;

create table markets.shop (
  id int primary key default 1 check (id = 1),
  name text not null,
  tagline text not null default '',
  legal_name text not null,
  email text not null,
  phone text not null default '',
  postal_address text not null,
  base_url text not null default '',
  time_zone text not null default 'UTC',
  default_currency text not null,
  default_locale text not null,
  template text not null default 'atelier',
  version bigint not null default 1
);

create table markets.market (
  code text primary key check (code ~ '^[a-z0-9-]{1,20}$'),
  name text not null,
  countries text[] not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  prices_include_tax boolean not null default true,
  position int not null default 0
);

-- A path prefix chooses market and language, so that a page's address alone says what is on it.
create table markets.storefront (
  prefix text primary key check (prefix = '' or prefix ~ '^[a-z]{2}(-[a-z0-9]{2,8})?$'),
  market_code text not null references markets.market (code),
  locale text not null,
  position int not null default 0
);
