-- Why: a price is per variant and currency, and what it was before must stay provable (Directive 98/6/EC, article 6a).
create schema pricing;

create table pricing.price (
  variant_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor >= 0),
  compare_at_minor bigint check (compare_at_minor > amount_minor),
  changed_at timestamptz not null,
  primary key (variant_id, currency)
);

create table pricing.price_change (
  id bigint generated always as identity primary key,
  variant_id uuid not null,
  currency text not null,
  -- null: the price was removed
  amount_minor bigint,
  compare_at_minor bigint,
  changed_at timestamptz not null,
  reason text not null
);
create index price_change_variant on pricing.price_change (variant_id, currency, changed_at desc);

create function pricing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'price history is append-only';
end $$;
create trigger price_change_append_only before update or delete or truncate on pricing.price_change
  for each statement execute function pricing.refuse_change();
