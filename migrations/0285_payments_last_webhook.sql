-- Why: of each provider it is said when it was last heard of, without looking through all that it ever told.
create index webhook_event_last on payments.webhook_event (provider, received_at desc);
