-- Why: every day the provider's book is compared with ours, line by line, and every difference has a name.
create table payments.provider_line (
  provider text not null,
  id text not null,
  kind text not null check (kind in (
    'capture', 'refund', 'dispute', 'dispute_reversal', 'fee', 'payout', 'adjustment')),
  -- None: about no payment of this shop.
  payment_id uuid references payments.payment (id),
  currency text not null,
  amount_minor bigint not null,
  fee_minor bigint not null,
  payout_reference text,
  at timestamptz not null,
  -- Of a fee that belongs to no payment: when it went to the ledger.
  posted_at timestamptz,
  primary key (provider, id)
);
create index provider_line_at on payments.provider_line (provider, at);
create index provider_line_payment on payments.provider_line (payment_id) where payment_id is not null;
create index provider_line_payout on payments.provider_line (provider, payout_reference);
create index movement_transaction on payments.movement (transaction_id) where transaction_id is not null;

create table payments.payout (
  provider text not null,
  reference text not null,
  currency text not null,
  -- Below zero: the provider took it from the bank.
  amount_minor bigint not null,
  paid_at timestamptz not null,
  primary key (provider, reference)
);
create index payout_paid on payments.payout (provider, paid_at);

create table payments.reconciliation (
  id uuid primary key,
  provider text not null,
  day date not null,
  ran_at timestamptz not null,
  line_count int not null,
  constraint reconciliation_once unique (provider, day)
);

create table payments.difference (
  id bigint generated always as identity primary key,
  reconciliation_id uuid not null references payments.reconciliation (id) on delete cascade,
  kind text not null,
  about text not null,
  payment_id uuid,
  transaction_id text,
  currency text not null,
  ours_minor bigint,
  theirs_minor bigint
);
create index difference_reconciliation on payments.difference (reconciliation_id);
