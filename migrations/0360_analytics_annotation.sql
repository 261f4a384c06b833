-- Why: a line that falls means nothing without what happened that day: notes that people put on charts over time.
create table analytics.annotation (
  id uuid primary key,
  from_day date not null,
  to_day date not null,
  -- Of one market; null: of the whole shop.
  market text,
  text text not null check (length(text) between 1 and 500),
  -- `staff:…` or the name of a key.
  author text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint span_not_backwards check (to_day >= from_day)
);
create index annotation_by_day on analytics.annotation (from_day, to_day);
