-- Carts are priced all day by facts that change once a week: whoever keeps them asks this one small table whether they
-- still hold, and is never wrong, because a revision commits with the change that it tells of.
create table platform.revision (
  -- The table that changed.
  name text primary key,
  -- Of its last change and of no other: what somebody read in a transaction that was taken back is never taken for
  -- what holds, as it would be with a count.
  revision uuid not null
);

-- For tables that are changed seldom: their writers go one after the other.
create function platform.revise() returns trigger language plpgsql as $$
begin
  insert into platform.revision (name, revision) values (tg_table_schema || '.' || tg_table_name, gen_random_uuid())
  on conflict (name) do update set revision = excluded.revision;
  return null;
end $$;

-- A statement that goes out with its commit, unanswered, must be able to say that it was overtaken: 40001 takes the
-- transaction back, and whoever opened it begins it again.
create function platform.begin_again(reason text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'serialization_failure', message = reason;
end $$;
