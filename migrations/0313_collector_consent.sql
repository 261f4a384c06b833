-- Why: who asks for consent must be able to show that it was given: to what, when, and what had been said (GDPR, article 7(1)).
create table collector.consent_text (
  sha256 text primary key,
  version text not null,
  locale text not null,
  text text not null,
  first_shown_at timestamptz not null
);

-- A decision of somebody who is known by nothing but the id in their consent cookie. The last one holds; the others prove
-- what held before.
create table collector.consent (
  id uuid primary key,
  consent_id uuid not null,
  decided_at timestamptz not null,
  -- { statistics: true, marketing: false, … }
  choices jsonb not null,
  method text not null constraint known_method
    check (method in ('accept_all', 'reject_all', 'choices', 'withdrawal', 'signal')),
  text_sha256 text not null references collector.consent_text,
  locale text not null,
  -- Global Privacy Control stood in the request.
  has_gpc boolean not null
);
create index consent_of on collector.consent (consent_id, decided_at);
create function collector.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name;
end $$;
create trigger consent_append_only before update or delete or truncate on collector.consent
  for each statement execute function collector.refuse_change();
create trigger consent_text_append_only before update or delete or truncate on collector.consent_text
  for each statement execute function collector.refuse_change();

-- Where consent is asked for and what a signal decides: data, because the law changes (the Digital Omnibus is open).
create table collector.consent_rules (
  id boolean primary key default true check (id),
  rules jsonb not null,
  saved_at timestamptz not null
);
