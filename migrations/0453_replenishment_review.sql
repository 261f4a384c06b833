-- Why: of thirty thousand needs few change within an hour; that all of them were looked at is written once, not on each.
create table replenishment.review (
  is_one boolean primary key default true check (is_one),
  reviewed_at timestamptz not null
);
