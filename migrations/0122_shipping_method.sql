-- Why: what delivery costs and whether it can be had depends on where the goods go and on what they weigh.
create schema shipping;

-- Raised in the transaction of every change: whoever keeps a rulebook asks this one row whether it still holds.
create table shipping.rulebook (
  id int primary key default 1 check (id = 1),
  version bigint not null default 1
);
insert into shipping.rulebook default values;

create table shipping.zone (
  id uuid primary key,
  name text not null,
  -- {}: the rest of the world
  countries text[] not null,
  regions text[] not null default '{}',
  postal_codes text[] not null default '{}',
  position int not null default 0
);

-- zones: [{ code, countries, regions, postalCodes, steps: [{ upTo, priceMinor }] }], amounts as decimal text.
create table shipping.carrier_table (
  id uuid primary key,
  name text not null,
  carrier text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  zones jsonb not null
);

create table shipping.method (
  id uuid primary key,
  code text not null,
  name text not null,
  translations jsonb not null default '{}',
  kind text not null check (kind in ('delivery', 'pickup')),
  carrier text,
  service text,
  tax_class text not null default '',
  min_days int check (min_days >= 0),
  max_days int check (max_days >= min_days),
  cut_off text check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  max_weight_grams int check (max_weight_grams > 0),
  -- Length, width, height.
  max_dimensions_mm int[] check (cardinality(max_dimensions_mm) = 3 and 0 < all (max_dimensions_mm)),
  is_active boolean not null default true,
  position int not null default 0,
  constraint method_code_taken unique (code)
);

create table shipping.rate (
  method_id uuid not null references shipping.method (id) on delete cascade,
  zone_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  basis text not null check (basis in ('weight', 'value', 'quantity', 'carrier')),
  free_from_minor bigint check (free_from_minor >= 0),
  table_id uuid,
  surcharge_minor bigint check (surcharge_minor >= 0),
  primary key (method_id, zone_id, currency),
  constraint rate_zone_in_use foreign key (zone_id) references shipping.zone (id),
  constraint rate_table_in_use foreign key (table_id) references shipping.carrier_table (id),
  constraint rate_has_its_table check (
    (basis = 'carrier') = (table_id is not null) and (basis = 'carrier') = (surcharge_minor is not null)
  )
);

create table shipping.rate_step (
  method_id uuid not null,
  zone_id uuid not null,
  currency text not null,
  -- null: without end
  up_to bigint check (up_to >= 0),
  price_minor bigint not null check (price_minor >= 0),
  constraint rate_step_once unique nulls not distinct (method_id, zone_id, currency, up_to),
  foreign key (method_id, zone_id, currency) references shipping.rate (method_id, zone_id, currency) on delete cascade
);
