-- Why: that nothing was sold says something else when nothing ran. A job of each minute draws out the latest span; what lies
-- between two spans is a time in which no worker of the shop ran.
create table analytics.alive (
  began_at timestamptz primary key,
  last_at timestamptz not null,
  constraint alive_not_backwards check (last_at >= began_at)
);
