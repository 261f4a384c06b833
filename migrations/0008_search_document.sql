-- Why: what search knows of a product, kept so that a process can load its index in one read.
create schema search;

create table search.document (
  product_id uuid primary key,
  document jsonb not null,
  revision bigint not null
);
create sequence search.revision;
create index document_revision on search.document (revision);

-- A product that left: kept as a tombstone until every index has seen it.
create table search.removal (
  product_id uuid primary key,
  revision bigint not null
);
create index removal_revision on search.removal (revision);

create table search.synonym (
  id uuid primary key,
  locale text not null,
  -- every word stands for every other; with a source, only the source stands for the words
  source text,
  words text[] not null check (cardinality(words) > 0)
);

create table search.rule (
  id uuid primary key,
  locale text not null,
  query text not null,
  pinned uuid[] not null default '{}',
  boosted jsonb not null default '[]',
  buried jsonb not null default '[]',
  redirect_to text,
  unique (locale, query)
);

create table search.query_log (
  id bigint generated always as identity primary key,
  asked_at timestamptz not null,
  locale text not null,
  query text not null,
  hits int not null,
  corrected_to text
);
create index query_log_asked on search.query_log (asked_at);
create index query_log_zero on search.query_log (query) where hits = 0;
