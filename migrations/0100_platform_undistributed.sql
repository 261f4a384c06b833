-- Why: distributing an event must not cost the transaction that tells it a job and a lock; a worker's pump does it in batches.
-- An event that no pump has taken yet. No mark "distributed up to here" instead: ids do not commit in their order.
create table platform.undistributed (
  event_id bigint primary key,
  -- Listeners have not been notified at the commit; the pump does it.
  is_quiet boolean not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- What was in line for the job that handed out one event at a time.
do $$
begin
  insert into platform.undistributed (event_id, is_quiet)
  select (payload ->> 'eventId')::bigint, false from graphile_worker._private_jobs
  where task_id = (select id from graphile_worker._private_tasks where identifier = 'fan_out')
  union
  select (payload ->> 'eventId')::bigint, false from platform.dead_letter
  where job = 'fan_out' and resolved_at is null;
  delete from graphile_worker._private_jobs
  where task_id = (select id from graphile_worker._private_tasks where identifier = 'fan_out');
  update platform.dead_letter set resolved_at = now() where job = 'fan_out' and resolved_at is null;
end $$;
