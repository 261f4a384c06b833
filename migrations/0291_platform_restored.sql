-- Why: a restored database is a twin of one that went on working. What waited in it may have been done by the other, so it is
-- put aside before the first worker begins, once, and a person decides.
create table platform.restored (
  id bigint generated always as identity primary key,
  restored_at timestamptz not null,
  -- The state is the shop's of then.
  state_at timestamptz not null,
  backup text not null,
  -- When what waited was put aside, and how much that was.
  settled_at timestamptz,
  held int,
  constraint restored_is_settled check ((settled_at is null) = (held is null))
);
