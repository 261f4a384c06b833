-- Why: a person who waits for an import wants to know how much of it is left, finds the latest ones first, and tries a file
-- several times before it is imported.
alter table exchange.import_run
  add column products_total int,
  -- A file that was only looked at: its runs are rows of their own with the same file.
  add column is_upload boolean not null default false;
create index import_run_file on exchange.import_run (file_key);
