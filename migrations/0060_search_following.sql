-- Why: an index must know whose documents its snapshot holds, which products wait for a picture, and when a tombstone is old.
alter table search.document add column asset_ids uuid[] not null default '{}';
create index document_assets on search.document using gin (asset_ids);
alter table search.removal add column removed_at timestamptz not null default now();
create index removal_removed_at on search.removal (removed_at);

create table search.projection (
  id int primary key default 1 check (id = 1),
  -- of these documents: a snapshot of another database's is refused
  identity uuid not null default gen_random_uuid(),
  -- the languages that documents were last made in
  locales text[] not null default '{}'
);
insert into search.projection default values;
