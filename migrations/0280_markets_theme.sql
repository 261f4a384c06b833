-- Why: a shop has a mark and a colour of its own, whichever template it is drawn in.
create table markets.theme (
  id int primary key default 1 check (id = 1),
  -- '': the template's own
  accent text not null default '' constraint theme_accent_hex check (accent ~ '^(#[0-9a-f]{6})?$'),
  logo_asset_id uuid,
  -- What is shown where a page without a picture of its own is shared.
  picture_asset_id uuid
);
