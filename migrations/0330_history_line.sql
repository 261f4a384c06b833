-- Why: what was sold before the shop stood here: lines of orders from elsewhere, exact, so that reports reach further back than the ledger.
create schema history;

create table history.import (
  id int generated always as identity primary key,
  kind text not null check (kind in ('orders', 'traffic')),
  file_name text not null,
  -- SHA-256 of the file, in hexadecimal: the same file again is no second import.
  digest text not null constraint already_imported unique,
  format text not null,
  -- Whose numbers its documents have: two shops may both have had an order 1001.
  origin text not null check (origin <> ''),
  -- Our field → the file's column, of a file without a format.
  mapping jsonb not null,
  zone text not null,
  imported_at timestamptz not null,
  -- What came in, as it was counted then, and what was left out.
  summary jsonb not null default '{}'
);

create table history.line (
  -- In the order in which imports commit: one at a time makes any.
  id bigint generated always as identity primary key,
  import_id int not null references history.import (id),
  -- Of the file, counted from 1; several of ours may come from one of its lines.
  line int not null,
  document text not null check (document <> ''),
  kind text not null check (kind in ('sale', 'refund')),
  class text not null constraint line_class check (class in ('goods', 'delivery', 'fee', 'adjustment', 'discount', 'tax')),
  happened_at timestamptz not null,
  -- In the time zone of the import.
  day date not null,
  -- As the file has it; an e-mail address only as its SHA-256.
  customer text check (customer not like '%@%'),
  -- '' where the line is about a document as a whole.
  sku text not null,
  title text not null,
  quantity int not null,
  -- Millionths of the currency's unit: 2.55 pounds are 2550000. Nothing is rounded here.
  unit_price bigint not null,
  -- What the line came to without tax; tax has lines of its own.
  amount bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- ISO 3166-1 where the name was known, else the name.
  country text,
  -- Of a refund: the document that it takes back, and the line where that is known.
  cancels text,
  refund_of bigint,
  constraint only_refunds_cancel check (kind = 'refund' or (cancels is null and refund_of is null))
);
create index line_import on history.line (import_id);
create index line_document on history.line (document);
create index line_refund_of on history.line (refund_of) where refund_of is not null;

-- Which SKUs are no goods; a star stands for anything. Whoever changes it has the lines classified anew.
create table history.class_rule (
  pattern text primary key check (pattern <> '' and pattern = lower(pattern)),
  class text not null check (class in ('goods', 'delivery', 'fee', 'adjustment', 'discount'))
);
insert into history.class_rule (pattern, class) values
  ('post', 'delivery'), ('postage', 'delivery'), ('shipping', 'delivery'), ('delivery', 'delivery'),
  ('dot', 'delivery'), ('c2', 'delivery'), ('carriage', 'delivery'),
  ('bank charges', 'fee'), ('amazonfee', 'fee'), ('cruk', 'fee'), ('fee', 'fee'),
  ('m', 'adjustment'), ('b', 'adjustment'), ('s', 'adjustment'), ('manual', 'adjustment'),
  ('d', 'discount'), ('discount', 'discount');

-- Grows whenever lines that somebody may have read already are changed or taken out.
create table history.revision (
  id boolean primary key default true check (id),
  number bigint not null default 0
);
insert into history.revision default values;
