-- Why: money that moves outside of any provider's API is true when somebody has seen it: each sighting is kept once.
create table payments.by_hand (
  payment_id uuid primary key,
  provider text not null,
  currency text not null,
  amount_minor bigint not null,
  -- What the shopper writes on the transfer (ISO 11649), or the carrier on its list.
  remittance text not null,
  is_closed boolean not null default false
);
create index by_hand_remittance on payments.by_hand (remittance);

create table payments.receipt (
  -- The bank's id of the statement line, or the key of the refund: seen again it is the same.
  id text primary key,
  payment_id uuid not null references payments.by_hand (payment_id),
  kind text not null check (kind in ('receipt', 'refund')),
  amount_minor bigint not null check (amount_minor > 0),
  -- What the carrier or the bank kept of it.
  fee_minor bigint not null default 0 check (fee_minor >= 0),
  at timestamptz not null,
  -- Of a refund: when somebody sent it.
  sent_at timestamptz
);
create index receipt_payment on payments.receipt (payment_id);
create index receipt_to_send on payments.receipt (at) where kind = 'refund' and sent_at is null;
