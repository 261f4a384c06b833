-- Why: every number in every report drills down to entries that balance and that nobody can change afterwards.
create schema ledger;

create table ledger.transaction (
  id bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  reference text not null check (reference <> ''),
  order_id uuid,
  memo text not null default '',
  posted_at timestamptz not null,
  -- Posting twice is posting once.
  constraint transaction_once unique (kind, reference)
);
create index transaction_order on ledger.transaction (order_id) where order_id is not null;
create index transaction_posted on ledger.transaction (posted_at, id);

create table ledger.posting (
  transaction_id bigint not null references ledger.transaction (id),
  position smallint not null check (position >= 0),
  account text not null check (account ~ '^[a-z_]+(:[A-Za-z0-9_-]{1,40})?$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- debit > 0, credit < 0
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (transaction_id, position)
);

-- A transaction's postings come in one statement and sum to zero in it: then all of them always do. That they come
-- together is known by the first of them, which there can be but once. Asked once a statement over its own rows alone;
-- a deferred trigger would be asked once a row, and a look into the table gets slow with a plan from when it was empty.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from written group by transaction_id, currency having sum(amount_minor) <> 0
  ) then
    raise exception 'the postings of a transaction sum to zero in each currency'
      using errcode = 'check_violation', constraint = 'posting_balanced';
  end if;
  if exists (select from written group by transaction_id having min(position) <> 0) then
    raise exception 'a transaction is posted as a whole'
      using errcode = 'check_violation', constraint = 'posting_whole';
  end if;
  return null;
end $$;
create trigger posting_balanced after insert on ledger.posting
  referencing new table as written for each statement execute function ledger.refuse_unbalanced();

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger transaction_append_only before update or delete or truncate on ledger.transaction
  for each statement execute function ledger.refuse_change();
create trigger posting_append_only before update or delete or truncate on ledger.posting
  for each statement execute function ledger.refuse_change();
