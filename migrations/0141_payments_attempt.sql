-- Why: stolen cards are tried out in shops. Counted outside of any order, and not worth a flush to disk.
create unlogged table payments.attempt_count (
  scope text not null check (scope in ('ip', 'cart', 'customer', 'shop')),
  key text not null,
  since timestamptz not null,
  asked int not null,
  succeeded int not null default 0,
  declined int not null default 0,
  primary key (scope, key)
);
