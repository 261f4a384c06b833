-- Who exported what is in the audit log, which shows a work as it was begun: with the filters that were asked for.
alter table platform.work add column asked jsonb not null default '{}';
