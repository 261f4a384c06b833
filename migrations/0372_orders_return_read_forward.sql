-- Why: reports read returns forward, as they read payments (0371).
create sequence orders.return_turn;
alter table orders."return"
  add column xid xid8 not null default pg_current_xact_id(),
  add column turn bigint not null default nextval('orders.return_turn');
create index return_by_xid on orders."return" (xid, turn);

create function orders.take_turn() returns trigger language plpgsql as $$
begin
  new.xid := pg_current_xact_id();
  new.turn := nextval('orders.return_turn');
  return new;
end $$;
create trigger return_changed before update on orders."return"
  for each row execute function orders.take_turn();
