-- Why: who runs a shop reads its numbers in the mailbox, at the hour they chose, and each run happens once.
create schema reporting;

create table reporting.schedule (
  id uuid primary key,
  version bigint not null default 1,
  name text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es')),
  -- What is shown, in order: queries as text, or standard reports by id.
  blocks jsonb not null,
  every text not null check (every in ('day', 'week', 'month')),
  -- 1 is Monday; the day of a month that has fewer is its last.
  weekday int check (weekday between 1 and 7),
  month_day int check (month_day between 1 and 31),
  -- Of the shop's zone.
  hour int not null check (hour between 0 and 23),
  -- Members of the team by id, others by address.
  recipients jsonb not null,
  is_paused boolean not null default false,
  -- Whether who last saved what it shows may see costs: nobody learns them by mail who could not read them.
  may_see_costs boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  next_run_at timestamptz,
  constraint day_of_its_cadence check (
    (every = 'week') = (weekday is not null) and (every = 'month') = (month_day is not null)),
  constraint paused_has_no_next check (is_paused = (next_run_at is null))
);
create index schedule_due on reporting.schedule (next_run_at) where next_run_at is not null;

-- A row is a run: whoever finds it there does not begin another.
create table reporting.run (
  id uuid primary key,
  schedule_id uuid not null references reporting.schedule (id) on delete cascade,
  due_at timestamptz not null,
  -- '' of a run by the clock; else the one address that asked to see it now.
  only_to text not null default '',
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  -- Why the last attempt ended early, or what of it could not be shown.
  problem text not null default '',
  mails int not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint ended_has_a_time check ((state = 'waiting') = (ended_at is null))
);
create unique index one_run_of_a_time on reporting.run (schedule_id, due_at) where only_to = '';
create index run_by_age on reporting.run (created_at);

-- Who wants no more of it. The address stays out also when somebody puts it in again.
create table reporting.unsubscribed (
  schedule_id uuid not null references reporting.schedule (id) on delete cascade,
  email text not null check (email = lower(email)),
  at timestamptz not null,
  primary key (schedule_id, email)
);
