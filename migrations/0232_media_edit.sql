-- Why: an edited picture is another picture made from the original by a recipe, so that the original can be brought back.
create table media.edit (
  asset_id uuid primary key references media.asset (id) on delete cascade,
  original_id uuid not null references media.asset (id),
  recipe jsonb not null,
  made_at timestamptz not null,
  constraint edit_of_another check (asset_id <> original_id)
);
create index edit_original on media.edit (original_id);
