-- Why: the shop says by itself when a number is not as it should be, once, and keeps what the number was then.
create table reporting.alert (
  id uuid primary key,
  version bigint not null default 1,
  name text not null,
  -- A query with one measure, as text.
  query text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  rule jsonb not null,
  grain text not null check (grain in ('hour', 'day', 'week')),
  -- How long late events are waited for after an hour, day or week is over.
  grace_minutes int not null check (grace_minutes between 0 and 1440),
  -- Nobody is told from this hour of the shop's zone to that; equal: at any time.
  quiet_from int not null check (quiet_from between 0 and 23),
  quiet_to int not null check (quiet_to between 0 and 23),
  recipients jsonb not null,
  has_webhooks boolean not null,
  is_muted boolean not null default false,
  snoozed_until timestamptz,
  may_see_costs boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  -- The last hour, day or week that was judged, by its beginning as reports name it; '' before the first.
  judged_to text not null default '',
  judged_at timestamptz,
  -- Why it could not be judged, until it can.
  problem text not null default ''
);

-- An episode: from the first number out of the ordinary to the first that is not.
create table reporting.firing (
  id uuid primary key,
  alert_id uuid not null references reporting.alert (id) on delete cascade,
  -- The hour, day or week, as reports name it.
  began text not null,
  value double precision not null,
  -- What was the limit, or what was expected and the range around it.
  expected double precision,
  low double precision,
  high double precision,
  kind text not null check (kind in ('money', 'count', 'share', 'number')),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- How many hours, days or weeks it went on.
  length int not null default 1,
  began_at timestamptz not null,
  ended text,
  ended_at timestamptz,
  -- When it may be told: after quiet hours or the snooze. Without: it was muted.
  tell_at timestamptz,
  told_at timestamptz,
  ending_told_at timestamptz,
  constraint one_of_a_time unique (alert_id, began)
);
create unique index one_open_episode on reporting.firing (alert_id) where ended_at is null;
create index firing_to_tell on reporting.firing (tell_at) where told_at is null and tell_at is not null;
