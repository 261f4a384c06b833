-- Why: an invoice is a numbered document that never changes; its series has no gaps (Directive 2006/112/EC, article 226 (2)).
create schema invoices;

-- The next number of a series, taken under its row's lock in the transaction that keeps the document: no gap can arise.
create table invoices.series (
  name text primary key check (name ~ '^(invoice|credit_note):[0-9]{4}$'),
  last_number bigint not null check (last_number >= 0)
);

create table invoices.document (
  id uuid primary key,
  kind text not null check (kind in ('invoice', 'credit_note')),
  number text not null,
  order_id uuid not null,
  -- What it documents, once: the order, an edit of it, a refund.
  reference text not null,
  issued_at timestamptz not null,
  content jsonb not null,
  constraint document_number_taken unique (kind, number),
  constraint document_once unique (kind, reference)
);
create index document_order on invoices.document (order_id, issued_at);

create function invoices.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'documents are append-only: correct an invoice with a credit note';
end $$;
create trigger document_append_only before update or delete or truncate on invoices.document
  for each statement execute function invoices.refuse_change();
