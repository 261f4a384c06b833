-- Why: other programs hear what happened in the shop, at least once and in their own time, whatever state they are in.
create schema webhooks;

create table webhooks.endpoint (
  id uuid primary key,
  url text not null,
  -- `orders.paid`, `orders.*`, or `*`.
  topics text[] not null check (cardinality(topics) between 1 and 50),
  description text not null default '',
  -- The newest first; two while the receiver changes over.
  sealed_secrets text[] not null check (cardinality(sealed_secrets) between 1 and 2),
  is_active boolean not null default true,
  -- Why it was switched off: '' by a person, `gone` because it answered 410.
  inactive_reason text not null default '',
  created_at timestamptz not null,
  changed_at timestamptz not null
);

-- What one event tells, to everybody alike. Several where an event is about very many things.
create table webhooks.message (
  -- `msg_` with the event's number in front, so that receivers can sort by it.
  id text primary key,
  topic text not null,
  about jsonb not null,
  happened_at timestamptz not null
);
create index message_by_age on webhooks.message (happened_at);

create table webhooks.delivery (
  id uuid primary key,
  message_id text not null references webhooks.message (id) on delete cascade,
  endpoint_id uuid not null references webhooks.endpoint (id) on delete cascade,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  -- How far it is in the plan of repetitions, which a replay begins anew.
  step int not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  constraint one_delivery unique (endpoint_id, message_id)
);
create index delivery_of_message on webhooks.delivery (message_id);

create table webhooks.attempt (
  delivery_id uuid not null references webhooks.delivery (id) on delete cascade,
  number int not null,
  attempted_at timestamptz not null,
  -- Of the answer; null when there was none.
  status int,
  -- Why there was none.
  error text not null default '',
  excerpt text not null default '',
  took_ms int not null,
  primary key (delivery_id, number)
);
