import { sql } from 'kysely';
import type { CurrencyCode } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { OrderId } from '../orders/index.ts';
import type { DocumentContent, DocumentId, DocumentKind } from './document.ts';

/** A document as it was issued. */
export type IssuedDocument = {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly orderId: OrderId;
  /** What it documents: the order's id, or the refund's. */
  readonly reference: string;
  readonly issuedAt: Temporal.Instant;
  readonly content: DocumentContent;
};

/**
 * The next number of a year's series: `2026-000123`, `CN-2026-000004`. Its row is locked until the transaction ends, and
 * a transaction that fails gives the number back: the series has no gaps.
 */
export async function nextNumber(tx: Tx, kind: DocumentKind, year: number): Promise<string> {
  const { rows } = await sql<{ last_number: bigint }>`
    insert into invoices.series as kept (name, last_number) values (${`${kind}:${year}`}, 1)
    on conflict (name) do update set last_number = kept.last_number + 1 returning last_number`.execute(tx);
  const number = `${year}-${String(rows[0]?.last_number ?? 0n).padStart(6, '0')}`;
  return kind === 'invoice' ? number : `CN-${number}`;
}

export async function insertDocument(tx: Tx, document: IssuedDocument): Promise<void> {
  const { id, kind, number, orderId, reference, issuedAt, content } = document;
  await sql`
    insert into invoices.document (id, kind, number, order_id, reference, issued_at, content)
    values (${id}, ${kind}, ${number}, ${orderId}, ${reference}, ${issuedAt.toString()}::timestamptz,
      ${JSON.stringify(content)}::jsonb)`.execute(tx);
}

/** A row of a list of documents. */
export type DocumentRow = Omit<IssuedDocument, 'content' | 'reference'> & {
  readonly orderNumber: string;
  readonly currency: CurrencyCode;
  /** As it stands in the document: of a credit note what is given back. */
  readonly total: string;
  readonly tax: string;
};

/** The documents of all orders, the latest first, from after `before` on. */
export async function listDocuments(
  db: Db,
  input: { readonly kind?: DocumentKind; readonly before?: DocumentId; readonly limit: number },
): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select id, kind, number, order_id as "orderId", issued_at as "issuedAt", content->>'orderNumber' as "orderNumber",
      content->>'currency' as currency, content->'totals'->>'total' as total, content->'totals'->>'tax' as tax
    from invoices.document
    where ${input.kind === undefined ? sql`true` : sql`kind = ${input.kind}`}
      and ${input.before === undefined ? sql`true` : sql`id < ${input.before}`}
    order by id desc limit ${input.limit}`.execute(db);
  return rows;
}

/** The documents of an order, oldest first. */
export async function readDocuments(db: Db, orderId: OrderId): Promise<IssuedDocument[]> {
  const { rows } = await sql<IssuedDocument>`
    select id, kind, number, order_id as "orderId", reference, issued_at as "issuedAt", content
    from invoices.document where order_id = ${orderId} order by issued_at, kind desc, number`.execute(db);
  return rows;
}
