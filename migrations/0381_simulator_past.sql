-- Why: the demo shop gets a past once: what it is drawn from, and whether it is whole, so that a job that was killed goes on and none begins it again.
create table simulator.past (
  is_only boolean primary key default true check (is_only),
  seed int not null,
  -- In the shop's zone: the day before the shop was first opened.
  last_day date not null,
  asked_at timestamptz not null,
  -- Of analytics: ids of the notes on charts that say what was planted.
  notes text[] not null default '{}',
  ended_at timestamptz
);
