-- Why: reports ask every few seconds whether anybody's address is another; the latest change is found without reading everybody.
create index customer_updated on customers.customer (updated_at);
