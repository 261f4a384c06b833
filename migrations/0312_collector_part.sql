-- Why: the event log is Parquet files by day in the file store; a file counts when its row is here, written in the transaction that takes its events out of the inbox.
create sequence collector.part_number;

create table collector.part (
  -- Where it is in the file store: `events/2026-11-27/000000000042.parquet`.
  key text primary key,
  -- UTC, of the moments at which its events happened.
  day date not null,
  -- Of the parts whose events it has; one that no merge has touched has its own. Given in the order of commits.
  first_number bigint not null,
  last_number bigint not null check (last_number >= first_number),
  events bigint not null check (events > 0),
  bytes bigint not null,
  sha256 text not null,
  logged_at timestamptz not null,
  -- Its events are in a larger part since. The file stays for a while: somebody may be reading it, or a backup be going on.
  replaced_at timestamptz
);
create index part_in_order on collector.part (last_number) where replaced_at is null;
create index part_by_day on collector.part (day) where replaced_at is null;
create index part_replaced on collector.part (replaced_at) where replaced_at is not null;
