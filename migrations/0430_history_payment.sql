-- Why: who sold elsewhere was paid there too: what was tried, declined, kept and disputed, and why goods came back, is of the same past.
alter table history.line
  -- Of a refund: why it came back, in the words of this shop's returns where they are known.
  add column reason text not null default '';

alter table history.import drop constraint import_kind_check;
alter table history.import add constraint import_kind_check check (kind in ('orders', 'traffic', 'spend', 'payments'));

create table history.payment (
  -- In the order in which imports commit.
  id bigint generated always as identity primary key,
  import_id int not null references history.import (id),
  -- What was tried, or what a bank took back later; the payment that a dispute is of has its reference.
  result text not null constraint payment_result check (
    result in ('captured', 'declined', 'failed', 'abandoned', 'dispute_opened', 'dispute_won', 'dispute_lost')),
  reference text not null check (reference <> ''),
  happened_at timestamptz not null,
  -- Of the import's origin; '' where nothing came of it.
  document text not null,
  country text not null check (country = '' or country ~ '^[A-Z]{2}$'),
  provider text not null check (provider <> ''),
  method text not null check (method in ('redirect', 'in_page', 'by_hand')),
  -- Of what was declined, failed or abandoned; '' where nobody said.
  reason text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Smallest units.
  amount bigint not null check (amount > 0),
  fee bigint not null check (fee >= 0),
  constraint payment_once unique (import_id, reference, result),
  constraint only_captures_cost check (fee = 0 or result = 'captured')
);
