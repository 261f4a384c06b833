-- Why: an event that was acknowledged is committed. It waits here, for a minute, until it is in the event log (docs/decisions/0023).
create schema collector;

-- One event a row, as the line of JSON that the log is written from: nothing asks it by any column, so that taking it in
-- costs as little as a row can.
create table collector.inbox (
  seq bigint generated always as identity primary key,
  event text not null
);

-- What was taken for no shopper's, with why. After seven days it is gone; until then it can be put back.
create table collector.quarantine (
  seq bigint generated always as identity primary key,
  reason text not null constraint known_suspicion
    check (reason in ('staff', 'user_agent', 'headless', 'prefetch', 'rate')),
  arrived_at timestamptz not null,
  event text not null
);
create index quarantine_by_reason on collector.quarantine (reason, arrived_at);
create index quarantine_by_age on collector.quarantine (arrived_at);

-- How many events were not counted as a shopper's, by day (UTC) and reason.
create table collector.dropped (
  day date not null,
  reason text not null constraint known_reason
    check (reason in ('staff', 'user_agent', 'headless', 'prefetch', 'rate', 'late', 'invalid')),
  count bigint not null constraint dropped_not_below_zero check (count >= 0),
  primary key (day, reason)
);

-- Of the day and the day before, so that a visit survives midnight. Without it nobody can say any more which address a
-- hash was of.
create table collector.salt (
  day date primary key,
  salt bytea not null check (length(salt) = 32)
);

-- What programs prove themselves by that send events from servers (Measurement Protocol); only a hash is kept.
create table collector.sender (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  secret_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);
