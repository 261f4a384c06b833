-- Why: reports read forward what was posted and may skip nothing. An id is given before the commit, so that a lower one
-- may appear later; by the database transaction that wrote it, what is older than all that still run is whole.
alter table ledger.transaction add column xid xid8 not null default pg_current_xact_id();
create index transaction_by_xid on ledger.transaction (xid, id);
