-- Why: reports read payments forward, those that changed since too, and may skip none that commits late: each change gets a
-- place by the database transaction that made it (as the ledger's, 0320), and within it by turn.
create sequence payments.payment_turn;
alter table payments.payment
  add column xid xid8 not null default pg_current_xact_id(),
  add column turn bigint not null default nextval('payments.payment_turn');
create index payment_by_xid on payments.payment (xid, turn);

create function payments.take_turn() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id();
  new.turn := nextval('payments.payment_turn');
  return new;
end $$;
create trigger payment_changed before update on payments.payment
  for each row execute function payments.take_turn();
