-- Why: a file that was bought may be downloaded so many times; how often each was taken is counted, by line and file.

create table orders.download (
  line_id uuid not null references orders.line (id),
  asset_id uuid not null,
  taken int not null constraint download_is_counted check (taken > 0),
  last_at timestamptz not null,
  primary key (line_id, asset_id)
);
