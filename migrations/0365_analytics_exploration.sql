-- Questions for numbers that somebody wants to ask again: in the text language of reports, their own, or everybody's.
create table analytics.exploration (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) between 1 and 4000),
  owner text not null,
  is_shared boolean not null,
  version bigint not null default 1,
  saved_at timestamptz not null,
  constraint exploration_name_taken unique (owner, name)
);

create index exploration_shared on analytics.exploration (name) where is_shared;
