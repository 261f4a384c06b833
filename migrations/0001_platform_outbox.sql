-- Why: what happened must be told exactly once to whoever reacts, even when the process dies after the commit.
create table platform.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  payload jsonb not null,
  told_at timestamptz not null default now()
);

-- One row per reaction that has run for an event, written in the transaction of its effect.
create table platform.reaction_done (
  reaction text not null,
  event_id bigint not null references platform.outbox (id) on delete cascade,
  done_at timestamptz not null default now(),
  primary key (reaction, event_id)
);

-- Events that a reaction gave up on; kept until a person retries or dismisses them.
create table platform.dead_letter (
  id bigint generated always as identity primary key,
  reaction text not null,
  event_id bigint references platform.outbox (id) on delete cascade,
  job text not null,
  payload jsonb not null,
  error text not null,
  attempts int not null,
  died_at timestamptz not null default now(),
  resolved_at timestamptz
);
create index dead_letter_open on platform.dead_letter (died_at) where resolved_at is null;
