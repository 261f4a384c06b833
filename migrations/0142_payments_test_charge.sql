-- Why: the built-in test provider remembers like a real one: across crashes, in a world of its own.
create table payments.test_charge (
  -- Our payment's id; the charge's own reference is `test_` and this.
  payment_id uuid primary key,
  token text not null,
  state text not null check (state in ('requires_action', 'authorized', 'failed')),
  currency text not null,
  amount_minor bigint not null,
  is_captured_at_once boolean not null,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  fee_minor bigint not null default 0,
  -- Nothing more can be captured.
  is_closed boolean not null default false,
  decline_kind text,
  decline_code text,
  order_number text not null,
  return_url text not null,
  cancel_url text not null,
  disputes jsonb not null default '[]',
  created_at timestamptz not null,
  -- When it was captured at once; later captures are operations.
  captured_at timestamptz
);

-- A call that the provider has seen, by its key: the same key again is the same effect.
create table payments.test_operation (
  idempotency_key text primary key,
  payment_id uuid not null,
  kind text not null check (kind in ('begin', 'capture', 'void', 'refund', 'dispute', 'dispute_reversal')),
  amount_minor bigint not null default 0,
  fee_minor bigint not null default 0,
  at timestamptz not null
);
create index test_operation_payment on payments.test_operation (payment_id);

-- The keys of its webhooks, two at most while they change: in the open, as it guards nothing.
create table payments.test_secret (
  secret text primary key,
  created_at timestamptz not null default now()
);
insert into payments.test_secret (secret) values ('test_' || replace(gen_random_uuid()::text, '-', ''));
