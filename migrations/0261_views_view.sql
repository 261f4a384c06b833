-- Lists as somebody wants to see them again: a word, filters, an order, columns; their own, or everybody's.
create schema views;

create table views.view (
  id uuid primary key,
  list text not null check (length(list) between 1 and 60),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 2000),
  owner text not null,
  is_shared boolean not null,
  saved_at timestamptz not null,
  constraint name_taken unique (list, owner, name)
);

create index view_shared on views.view (list) where is_shared;
