-- Why: goods on their way from one place to another are in neither, and what does not arrive must be seen.
create table inventory.transfer (
  id uuid primary key,
  number bigint generated always as identity unique,
  from_id uuid not null references inventory.location (id),
  to_id uuid not null references inventory.location (id),
  state text not null default 'draft' check (state in ('draft', 'sent', 'received', 'cancelled')),
  expected_on date,
  note text not null default '' check (length(note) <= 2000),
  -- What became of pieces that did not arrive; null: nothing was missing.
  missing text check (missing in ('lost', 'back')),
  made_at timestamptz not null,
  made_by text not null,
  sent_at timestamptz,
  sent_by text,
  closed_at timestamptz,
  closed_by text,
  constraint transfer_between_two check (from_id <> to_id)
);
create index transfer_state on inventory.transfer (state, number desc);

create table inventory.transfer_line (
  transfer_id uuid not null references inventory.transfer (id) on delete cascade,
  variant_id uuid not null,
  quantity int not null check (quantity > 0),
  -- May be more than was sent: somebody packed too many.
  received int not null default 0 check (received >= 0),
  primary key (transfer_id, variant_id)
);
create index transfer_line_variant on inventory.transfer_line (variant_id);
