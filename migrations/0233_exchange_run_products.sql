-- Why: a person who waits for an import wants to know how much of it is left, and finds the latest ones first.
alter table exchange.import_run add column products_total int;
create index import_run_created on exchange.import_run (created_at desc, id desc);
