-- Why: a file of a million bad rows must not fill the shop: a run lists its first issues, counts them all, and its file goes
-- a month after it was needed.
alter table exchange.import_run
  add column errors int not null default 0,
  add column warnings int not null default 0,
  add column file_removed_at timestamptz;
update exchange.import_run run set
  errors = (select count(*) from exchange.import_issue where run_id = run.id and severity = 'error'),
  warnings = (select count(*) from exchange.import_issue where run_id = run.id and severity = 'warning');
create index import_run_finished on exchange.import_run (finished_at) where file_removed_at is null;
