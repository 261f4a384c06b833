-- Why: whether the log of the embedded database is being kept elsewhere, and until when, must be seen by whoever looks
-- after the shop, in whatever process.
create table platform.wal_archive (
  is_only boolean primary key default true check (is_only),
  -- The kept log that this database goes on with. A restored database begins one of its own: two that were restored from
  -- the same backup would give different things the same names.
  line uuid not null,
  -- All that was committed until then is kept.
  kept_until timestamptz,
  -- As PostgreSQL writes a place in its log: 0/3000060.
  kept_lsn text,
  -- Of the last try, where it failed.
  failed_at timestamptz,
  failure text not null default '',
  constraint wal_archive_failure check ((failed_at is null) = (failure = ''))
);
