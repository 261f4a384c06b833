-- What the demo put into the shop is known by its ids and not guessed, so that it can be taken out again and what the owner made
-- or changed stays.
create schema simulator;

-- What was there when seeding began: a seeding that was killed goes on and still knows what is not its own.
create table simulator.found_before (
  kind text not null,
  key text not null,
  primary key (kind, key)
);

create table simulator.made (
  kind text not null,
  key text not null,
  -- What it said when it was made: another print later was made by somebody else.
  print text not null,
  primary key (kind, key)
);

-- One row: when seeding began, and when somebody took the demo out. A shop it was taken out of is never filled again.
create table simulator.demo (
  is_only boolean primary key default true check (is_only),
  begun_at timestamptz not null,
  removed_at timestamptz
);
