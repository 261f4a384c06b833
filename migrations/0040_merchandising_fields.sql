-- Why: an edit must find the collections that it may move a product into or out of without reading every rule.
alter table merchandising.collection add column fields text[] not null default '{}';
comment on column merchandising.collection.fields is 'what the rule asks about, in the words of the rule grammar';
create index collection_fields on merchandising.collection using gin (fields);
create index collection_product_order on merchandising.collection_product (collection_id, position);
