-- Why: a past that was put into the event log by the demo stays apart from what was collected, so that it can be taken out again, and who has copied the log hears that something is gone.
-- '' is what was collected here. Parts of different origins are never merged.
alter table collector.part add column origin text not null default '';

-- Grows whenever events that somebody may have read already are taken out.
create table collector.log_revision (
  is_only boolean primary key default true check (is_only),
  number bigint not null default 0
);
insert into collector.log_revision default values;
