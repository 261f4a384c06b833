-- Why: of thirty thousand needs few change within an hour; what is as it was is not worked out again.
alter table replenishment.need add column facts_key text not null default '';
