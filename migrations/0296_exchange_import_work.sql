-- An import is long work: it is seen, stopped and kept like all other work of who began it.
alter table exchange.import_run add column work_id uuid;
