-- Why: pages where money is paid are compared every day with what somebody approved (PCI DSS 4.0.1, 11.6.1), and what browsers refused to run there is kept.
create schema pagewatch;

-- What a shopper's browser was sent. The last look is what may be approved.
create table pagewatch.look (
  id uuid primary key,
  -- [{ page, traits: [{ kind, subject, value }] }]
  pages jsonb not null,
  looked_at timestamptz not null
);
create index look_by_age on pagewatch.look (looked_at);

-- What pages are to be like, by whose word and why. The last one holds; the others say what held before.
create table pagewatch.approval (
  id uuid primary key,
  look_id uuid not null,
  pages jsonb not null,
  approved_by text not null check (btrim(approved_by) <> ''),
  reason text not null check (btrim(reason) <> ''),
  approved_at timestamptz not null
);
create index approval_by_age on pagewatch.approval (approved_at);
create function pagewatch.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'pagewatch.approval is append-only';
end $$;
create trigger approval_append_only before update or delete or truncate on pagewatch.approval
  for each statement execute function pagewatch.refuse_change();

create table pagewatch.finding (
  id uuid primary key,
  change text not null check (change in ('added', 'changed', 'removed', 'unapproved', 'not_seen', 'refused')),
  page text not null,
  kind text not null,
  subject text not null,
  was text not null default '',
  is_now text not null default '',
  found_at timestamptz not null,
  told_at timestamptz,
  closed_at timestamptz,
  closed_by text check (closed_by in ('gone', 'approved')),
  constraint closed_by_something check ((closed_at is null) = (closed_by is null))
);
-- The same thing found again is no news as long as it is open.
create unique index finding_once on pagewatch.finding (change, page, kind, subject, md5(was), md5(is_now))
  where closed_at is null;
create index finding_untold on pagewatch.finding (found_at) where told_at is null and closed_at is null;

-- What browsers refused, grouped: a million alike are one row.
create table pagewatch.report (
  page text not null,
  directive text not null,
  blocked text not null,
  count bigint not null check (count > 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (page, directive, blocked)
);
