-- Why: how many came before the shop stood here, as other tools counted them: sums by day, never added up across breakdowns.
create table history.traffic (
  id bigint generated always as identity primary key,
  import_id int not null references history.import (id),
  line int not null,
  day date not null,
  -- Which of the dimensions the file tells apart, 'source+medium'; '' for whole days. The same visits are in each breakdown.
  breakdown text not null,
  source text,
  medium text,
  channel text,
  country text,
  device text,
  sessions int check (sessions >= 0),
  visitors int check (visitors >= 0),
  pageviews int check (pageviews >= 0),
  constraint traffic_counts_something check (num_nonnulls(sessions, visitors, pageviews) > 0)
);
create index traffic_import on history.traffic (import_id);
create index traffic_day on history.traffic (day);
