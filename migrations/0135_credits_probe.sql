-- Why: whoever tries gift card codes one after the other is stopped long before one is found.
create table credits.probe (
  network text primary key,
  tries int not null,
  began_at timestamptz not null
);
create index probe_began on credits.probe (began_at);
