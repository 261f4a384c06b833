-- Long work that somebody waits for: an import, an export, a bulk edit. It shows how far it is, can be cancelled, and leaves a
-- result and perhaps a file.
create table platform.work (
  id uuid primary key,
  kind text not null,
  title text not null check (length(title) between 1 and 200),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done int not null default 0 check (done >= 0),
  total int not null default 0 check (total >= 0),
  started_by text not null,
  is_cancel_asked boolean not null default false,
  result jsonb not null default '{}',
  failure text not null default '',
  file_name text,
  file_mime text,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint work_file_whole check ((file_name is null) = (file_mime is null))
);

create index work_by_who on platform.work (started_by, id desc);
create index work_ended on platform.work (ended_at) where ended_at is not null;
