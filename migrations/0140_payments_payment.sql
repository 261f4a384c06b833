-- Why: what was asked of a provider is written before it is asked, and what it answered only ever adds up.
create schema payments;

-- How a provider is reached. One account a provider; what opens it is sealed with the shop's key.
create table payments.account (
  provider text primary key,
  sealed_credentials text not null,
  updated_at timestamptz not null
);

create table payments.method (
  id uuid primary key,
  provider text not null
    check (provider in ('test', 'stripe', 'paypal', 'worldpay', 'bank_transfer', 'cash_on_delivery')),
  mode text not null check (mode in ('redirect', 'in_page', 'by_hand')),
  is_captured_at_once boolean not null default true,
  -- None: every market.
  market_codes text[] not null default '{}',
  -- Locale → text.
  titles jsonb not null,
  -- Currency → { minMinor, maxMinor } as decimal strings; a currency that is not named has no limits.
  limits jsonb not null default '{}',
  position int not null default 0,
  is_active boolean not null default true
);

create table payments.payment (
  id uuid primary key,
  order_id uuid not null,
  method_id uuid not null references payments.method (id),
  provider text not null,
  attempt int not null,
  currency text not null,
  amount_minor bigint not null,
  mode text not null,
  is_captured_at_once boolean not null,
  state text not null default 'new' constraint payment_state check (state in (
    'new', 'requires_action', 'processing', 'failed', 'authorized', 'voided', 'partly_captured', 'captured')),
  -- The provider's own id, as soon as it is known.
  reference text,
  authorized_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  -- Refunds that we asked for and that were not refused.
  refund_asked_minor bigint not null default 0,
  disputed_minor bigint not null default 0,
  fee_minor bigint not null default 0,
  decline_kind text,
  decline_code text,
  means jsonb,
  next jsonb,
  -- Where the attempt was counted, as long as nobody knows what comes of it.
  counted jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint payment_attempt unique (order_id, attempt),
  constraint payment_reference unique (provider, reference),
  constraint payment_amount check (amount_minor > 0),
  constraint payment_totals check (
    authorized_minor >= 0 and captured_minor >= 0 and refunded_minor >= 0 and disputed_minor >= 0
    and fee_minor >= 0 and refund_asked_minor >= 0),
  constraint payment_refunds_within_captured check (
    refund_asked_minor <= captured_minor and refunded_minor <= captured_minor)
);
create index payment_unsettled on payments.payment (updated_at)
  where state in ('new', 'requires_action', 'processing');

create table payments.operation (
  id uuid primary key,
  payment_id uuid not null references payments.payment (id),
  kind text not null check (kind in ('begin', 'capture', 'void', 'refund')),
  amount_minor bigint not null,
  idempotency_key text not null constraint operation_idempotency_key unique,
  state text not null default 'pending' check (state in ('pending', 'done', 'refused')),
  -- What is sent, so that asking again asks the same. A beginning has names and addresses in it: gone with the answer.
  request jsonb,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer jsonb,
  constraint operation_answered check ((state = 'pending') = (answered_at is null))
);
create index operation_pending on payments.operation (asked_at) where state = 'pending';
create index operation_payment on payments.operation (payment_id);

-- What a snapshot brought that was new: the lines that reconciliation compares with the provider's.
create table payments.movement (
  id bigint generated always as identity primary key,
  payment_id uuid not null references payments.payment (id),
  kind text not null check (kind in ('capture', 'refund', 'fee', 'dispute', 'dispute_reversal')),
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  at timestamptz not null,
  -- The provider's line that says the same.
  transaction_id text
);
create index movement_payment on payments.movement (payment_id);
create index movement_at on payments.movement (at);

create table payments.webhook_event (
  id uuid primary key,
  provider text not null,
  event_id text not null,
  kind text not null,
  payment_id uuid references payments.payment (id),
  raw_body text not null,
  headers jsonb not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  outcome text,
  constraint webhook_event_once unique (provider, event_id)
);
create index webhook_event_waiting on payments.webhook_event (received_at) where processed_at is null;

create table payments.dispute (
  id uuid primary key,
  payment_id uuid not null references payments.payment (id),
  reference text not null,
  amount_minor bigint not null,
  currency text not null,
  reason text not null,
  state text not null check (state in ('open', 'won', 'lost')),
  evidence_due_at timestamptz,
  contested_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint dispute_once unique (payment_id, reference)
);
create index dispute_open on payments.dispute (evidence_due_at) where state = 'open';
