-- Why: a worker killed in mid-job leaves its jobs locked; the others must see at once that it is dead and take over.
-- A live worker's process holds the advisory lock (7312, process) for as long as its connection stands.
create table platform.worker (
  id text primary key,
  process int not null,
  started_at timestamptz not null default now()
);

-- One dead letter a job, also when the process dies between writing it and putting the job away.
alter table platform.dead_letter add column job_id bigint unique;
