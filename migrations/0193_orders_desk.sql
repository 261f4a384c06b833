-- Why: whoever works through returns and withdrawals of all orders needs those that wait for them, a page at a time.
create index return_by_state on orders."return" (state, id desc);

-- A person looked at the statement and did what it asks for.
alter table orders.withdrawal
  add column handled_at timestamptz,
  add column handled_by text not null default '',
  add column handled_note text not null default '',
  add constraint withdrawal_handled_by_somebody check (handled_at is null or handled_by <> '');
create index withdrawal_waiting on orders.withdrawal (id desc) where handled_at is null;
