-- Why: an import is long work that must show progress, survive a crash, be cancelled, and report every row.
create schema exchange;

create table exchange.import_run (
  id uuid primary key,
  kind text not null check (kind in ('products')),
  file_name text not null,
  file_key text not null,
  file_hash text not null,
  format text,
  mapping jsonb,
  options jsonb not null default '{}',
  is_dry_run boolean not null default false,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  -- records (products) already committed; a resumed run continues after them
  cursor bigint not null default 0,
  bytes_read bigint not null default 0,
  bytes_total bigint not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  skipped int not null default 0,
  failure text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);

create table exchange.import_issue (
  run_id uuid not null references exchange.import_run (id) on delete cascade,
  number bigint generated always as identity,
  line bigint not null,
  "column" text,
  severity text not null check (severity in ('error', 'warning')),
  code text not null,
  message text not null,
  primary key (run_id, number)
);
