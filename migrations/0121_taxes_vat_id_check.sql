-- Why: a supply without VAT needs proof that the customer's VAT id was valid that day (Directive 2006/112/EC, article 138).
create table taxes.vat_id_check (
  id bigint generated always as identity primary key,
  vat_id text not null check (vat_id ~ '^[A-Z]{2}[0-9A-Z+*]{2,14}$'),
  is_valid boolean not null,
  checked_at timestamptz not null,
  -- Who answered ('vies', 'hmrc'), their number for this answer, and the name and address they gave.
  source text not null,
  consultation_number text not null default '',
  name text not null default '',
  address text not null default ''
);
create index vat_id_check_latest on taxes.vat_id_check (vat_id, checked_at desc);

create function taxes.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record of VAT id checks is append-only';
end $$;
create trigger vat_id_check_append_only before update or delete or truncate on taxes.vat_id_check
  for each statement execute function taxes.refuse_change();
