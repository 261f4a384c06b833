-- Why: who brings orders from elsewhere by the cockpit looks at the file, tries it, and sees what came of it, over several requests.
create table history.upload (
  id uuid primary key,
  file_name text not null,
  -- In the file store, until it is in or a day has passed: it names people.
  file_key text not null,
  digest text not null,
  bytes bigint not null,
  is_gone boolean not null default false,
  created_at timestamptz not null
);
create index upload_kept on history.upload (created_at) where not is_gone;

-- A trial of an upload, or the import; how far it is stands with its long work.
create table history.run (
  id uuid primary key,
  upload_id uuid not null references history.upload (id) on delete cascade,
  kind text not null check (kind in ('orders', 'traffic')),
  -- Mapping, currency, zone, the order of days and months, whose numbers.
  options jsonb not null,
  is_dry_run boolean not null,
  work_id uuid not null,
  -- What it came to; of an import also its number in it.
  report jsonb,
  created_at timestamptz not null
);
create index run_upload on history.run (upload_id);
