-- Why: the delivery log is read by endpoint and by what failed, the latest first, however much was delivered well.
create index delivery_of_endpoint on webhooks.delivery (endpoint_id, id);
create index delivery_not_delivered on webhooks.delivery (state, id) where state <> 'delivered';
