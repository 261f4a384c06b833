-- Bulk edits go piece by piece: each remembers what became of it and what was there before, in the transaction that changes it,
-- so that a killed worker does none twice, what was refused is named, and what was done can be taken back as work of its own.
alter table platform.work
  add column undo_kind text,
  add column undo_permission text,
  add column undoes uuid,
  add constraint work_undo_whole check ((undo_kind is null) = (undo_permission is null));

-- Taken back once; again when that was stopped or failed.
create unique index work_undone_once on platform.work (undoes) where state in ('waiting', 'running', 'done');

create table platform.work_piece (
  work_id uuid not null references platform.work (id) on delete cascade,
  position int not null check (position >= 0),
  -- What it is about: an id.
  key text not null check (key <> ''),
  outcome text check (outcome in ('changed', 'unchanged', 'refused')),
  label text not null default '',
  reason text not null default '',
  before jsonb,
  after jsonb,
  primary key (work_id, position),
  constraint work_piece_once unique (work_id, key)
);
create index work_piece_open on platform.work_piece (work_id, position) where outcome is null;
