-- Why: decisions about consent are proofs that nobody can take out again; what a shop counted elsewhere, or the demo's past, proves nothing,
-- and is kept apart as counts of days that go with their origin.
create table collector.past_decision (
  origin text not null constraint past_decision_has_origin check (origin <> ''),
  -- UTC.
  day date not null,
  accepted int not null check (accepted >= 0),
  rejected int not null check (rejected >= 0),
  withdrawn int not null check (withdrawn >= 0),
  by_signal int not null check (by_signal >= 0),
  primary key (origin, day)
);
create index past_decision_on on collector.past_decision (day);
