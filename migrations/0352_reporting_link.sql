-- Why: somebody outside of the team sees the numbers that were meant for them, without an account, until it is taken back.
create table reporting.link (
  id uuid primary key,
  -- SHA-256 of the 256 random bits in the address; the address itself is kept nowhere.
  digest bytea not null unique check (length(digest) = 32),
  title text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  -- What a schedule shows, as it is when the link is opened; or blocks of its own.
  schedule_id uuid references reporting.schedule (id) on delete cascade,
  blocks jsonb,
  may_see_costs boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- The day only, and no address: who reads is nobody's business.
  last_opened_on date,
  opened_count int not null default 0,
  constraint one_source check ((schedule_id is null) <> (blocks is null))
);
create index link_of_schedule on reporting.link (schedule_id);
