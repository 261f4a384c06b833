-- Why: an original is kept once however often it is used; pages are served renditions made from it.
create schema media;

create table media.asset (
  id uuid primary key,
  kind text not null check (kind in ('image', 'vector', 'video', 'model', 'file')),
  state text not null check (state in ('pending', 'ready', 'failed')),
  source_url text unique,
  content_hash text unique,
  file_key text,
  file_name text not null default '',
  mime text,
  bytes bigint,
  width int,
  height int,
  placeholder_color text check (placeholder_color ~ '^#[0-9a-f]{6}$'),
  failure text,
  created_at timestamptz not null default now(),
  constraint ready_has_file check (state <> 'ready' or (file_key is not null and mime is not null)),
  constraint ready_image_has_size check (
    state <> 'ready' or kind not in ('image', 'vector') or (width > 0 and height > 0 and placeholder_color is not null)
  )
);

create table media.rendition (
  asset_id uuid not null references media.asset (id) on delete cascade,
  format text not null check (format in ('avif', 'webp', 'jpeg')),
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes bigint not null,
  file_key text not null,
  primary key (asset_id, format, width)
);
