-- Why: the demo's past has its bots too; they stay apart from what was collected, so that they go with it.
-- '' is what came here.
alter table collector.dropped add column origin text not null default '';
alter table collector.dropped drop constraint dropped_pkey;
alter table collector.dropped add primary key (day, reason, origin);
alter table collector.quarantine add column origin text not null default '';
