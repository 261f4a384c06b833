-- Why: the owner says what may be done without asking, and can stop all of it at once.
create table decisions.mandate (
  kind text primary key check (kind ~ '^[a-z][a-z_]{1,39}$'),
  version bigint not null default 1,
  rule text not null check (rule in ('ask', 'within', 'never')),
  -- Of one decision.
  most_minor bigint check (most_minor >= 0),
  most_share_millionths bigint check (most_share_millionths between 0 and 1000000),
  -- Of the last seven days together.
  week_minor bigint check (week_minor >= 0),
  week_count int check (week_count between 0 and 100000),
  -- What it is expected to bring at least; it may always cost more to be wrong than to wait.
  least_value_minor bigint,
  only_reversible boolean not null default true,
  -- Hours of the shop's zone, from the first until the second; the same: at any time.
  from_hour int not null default 0 check (from_hour between 0 and 23),
  to_hour int not null default 0 check (to_hour between 0 and 23),
  -- It says what it would have done, and does nothing.
  is_dry_run boolean not null default false,
  set_by text not null,
  set_at timestamptz not null,
  -- It took the mandate away from itself; only a person gives it back.
  lost_at timestamptz,
  lost_why text not null default '',
  -- Scores from before a mandate was given back do not take it away again.
  counted_from timestamptz
);

-- The stop button, and what kinds reckon with: one row.
create table decisions.setting (
  id boolean primary key default true check (id),
  stopped_at timestamptz,
  stopped_by text not null default '',
  margin_floor_millionths bigint not null default 50000 check (margin_floor_millionths between 0 and 900000),
  holding_millionths bigint not null default 250000 check (holding_millionths between 0 and 5000000),
  salvage_millionths bigint not null default 300000 check (salvage_millionths between 0 and 1000000),
  slow_cover_days int not null default 120 check (slow_cover_days between 14 and 1000)
);
insert into decisions.setting default values;
