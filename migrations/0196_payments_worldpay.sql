-- Why: Worldpay has no idempotency keys, and knows nothing of a page before somebody pays on it, of a challenge before it is
-- passed, and of a payment for up to a minute in its queries. So what was begun and what was sent is written down here first.
create table payments.worldpay_attempt (
  -- Our payment's id, which is the transactionReference at Worldpay.
  payment_id uuid primary key,
  mode text not null check (mode in ('redirect', 'in_page')),
  currency text not null,
  amount_minor bigint not null,
  is_captured_at_once boolean not null,
  begun_at timestamptz not null,
  -- What an authorisation is to say of the shopper; gone once there was one.
  request jsonb,
  -- What the shopper has to do next, with links that only we may follow.
  step jsonb,
  -- What came of it, as Worldpay answered.
  outcome text check (outcome in ('authorized', 'settled', 'refused', 'voided')),
  decline jsonb,
  means jsonb
);

-- A call that Worldpay would carry out twice if it came twice: written before it is made.
create table payments.worldpay_call (
  idempotency_key text primary key,
  payment_id uuid not null,
  kind text not null check (kind in ('authorize', 'capture', 'refund', 'cancel')),
  -- Ours, by which it is found among the payment's events.
  reference text not null,
  amount_minor bigint not null,
  sent_at timestamptz not null,
  answered_at timestamptz
);
create index worldpay_call_payment on payments.worldpay_call (payment_id);
create index worldpay_call_answered on payments.worldpay_call (answered_at);

-- Worldpay tells of chargebacks by signed events alone: no query has them.
create table payments.worldpay_chargeback (
  event_id text primary key,
  payment_id uuid not null,
  kind text not null,
  amount_minor bigint not null,
  currency text not null,
  at timestamptz not null
);
create index worldpay_chargeback_payment on payments.worldpay_chargeback (payment_id);
