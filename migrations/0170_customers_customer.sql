-- Why: a shopper who comes back is known by an e-mail address, and what is kept of a person must be findable and erasable.
create schema customers;

create table customers.customer (
  id uuid primary key,
  email text not null check (length(email) between 3 and 254),
  name text not null default '',
  phone text not null default '',
  locale text not null,
  segments text[] not null default '{}',
  tags text[] not null default '{}',
  is_tax_exempt boolean not null default false,
  vat_id text not null default '',
  accepts_marketing boolean not null default false,
  -- When the address was last proven to be theirs, by a code sent to it; null for whoever only ordered.
  email_proven_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erased_at timestamptz,
  -- Another customer's id: both were one person.
  merged_into uuid references customers.customer (id),
  version bigint not null default 1
);
-- An address is one customer's, however it is capitalised. Who was erased or merged has given it up.
create unique index customer_email_taken on customers.customer (lower(email))
  where erased_at is null and merged_into is null;
create index customer_merged on customers.customer (merged_into) where merged_into is not null;

create table customers.address (
  id uuid primary key,
  customer_id uuid not null references customers.customer (id) on delete cascade,
  address jsonb not null,
  is_default_shipping boolean not null default false,
  is_default_billing boolean not null default false,
  created_at timestamptz not null
);
create index address_customer on customers.address (customer_id, created_at);
create unique index address_one_default_shipping on customers.address (customer_id) where is_default_shipping;
create unique index address_one_default_billing on customers.address (customer_id) where is_default_billing;

-- Proof of what a person agreed to and when (GDPR, article 7 (1)): never changed, never removed.
create table customers.consent (
  id bigint generated always as identity primary key,
  customer_id uuid not null references customers.customer (id),
  purpose text not null check (purpose ~ '^[a-z_]{1,40}$'),
  is_given boolean not null,
  text_version text not null,
  -- SHA-256 of the words that the person read.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  method text not null check (method ~ '^[a-z_]{1,40}$'),
  locale text not null,
  at timestamptz not null
);
create index consent_customer on customers.consent (customer_id, purpose, id desc);

create function customers.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'consents are append-only';
end $$;
create trigger consent_append_only before update or delete or truncate on customers.consent
  for each statement execute function customers.refuse_change();

create table customers.wish (
  customer_id uuid not null references customers.customer (id) on delete cascade,
  variant_id uuid not null,
  added_at timestamptz not null,
  primary key (customer_id, variant_id)
);
