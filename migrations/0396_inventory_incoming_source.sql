-- Why: what purchase orders bring is expected beside what was said by hand, and changes with its order, so each expectation has its source.
alter table inventory.incoming add column source text not null default '';
alter table inventory.incoming drop constraint incoming_pkey;
alter table inventory.incoming add primary key (variant_id, location_id, expected_on, source);
create index incoming_of_source on inventory.incoming (source) where source <> '';
