-- Why: whoever finds a product changed must see who did it, when and what it was before, and be able to bring that back.
create table catalog.product_revision (
  product_id uuid not null references catalog.product (id) on delete cascade,
  -- The product's version that this change made.
  version bigint not null,
  made_at timestamptz not null,
  -- 'staff:ID', 'api_key:ID', '' where the shop did it by itself.
  actor text not null default '',
  cause text not null,
  -- Fields that differ, as they were and as they became; a field that is in one of them only was, or is now, empty.
  before jsonb not null,
  after jsonb not null,
  primary key (product_id, version)
);
