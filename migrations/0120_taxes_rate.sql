-- Why: which tax applies depends on place, goods and day, and a past order must stay explainable.
create schema taxes;

-- Raised in the transaction of every change: whoever keeps a rulebook asks this one row whether it still holds.
create table taxes.rulebook (
  id int primary key default 1 check (id = 1),
  version bigint not null default 1
);
insert into taxes.rulebook default values;

create table taxes.class (
  code text primary key,
  name text not null,
  constraint class_code_form check (code ~ '^[a-z0-9_-]{1,40}$')
);

create table taxes.rate (
  id uuid primary key,
  name text not null,
  levy text not null check (levy ~ '^[a-z0-9_-]{1,40}$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- '': the whole country
  region text not null default '' check (region ~ '^[A-Z0-9]{0,3}$'),
  -- {}: every postal code of the place
  postal_prefixes text[] not null default '{}',
  -- '': the standard rate
  tax_class text not null default '',
  rate_millionths int not null,
  valid_from date,
  valid_until date,
  source text not null default '',
  constraint rate_between_zero_and_all check (rate_millionths between 0 and 1000000),
  constraint rate_ends_after_it_begins check (valid_until > valid_from),
  constraint rate_once unique nulls not distinct (country, region, postal_prefixes, levy, tax_class, valid_from)
);

create table taxes.seller (
  id int primary key default 1 check (id = 1),
  registrations text[] not null default '{}',
  uses_oss boolean not null default false,
  is_above_threshold boolean not null default false,
  vat_id_proof text not null default 'format' check (vat_id_proof in ('format', 'checked')),
  time_zone text not null default 'UTC'
);
