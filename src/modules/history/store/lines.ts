import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { HistoryLine, LineClass } from '../history-line.ts';
import type { Summary } from '../import.ts';

/** Takes out the lines of these documents. */
export async function dropDocuments(tx: Tx, importId: number, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  await sql`
    delete from history.line where import_id = ${importId} and document = any(${documents}::text[])`.execute(
    tx,
  );
}

/**
 * Takes out the lines of documents that an earlier import of the same origin has.
 *
 * @returns how many documents those were
 */
export async function dropKnownDocuments(tx: Tx, importId: number, origin: string): Promise<number> {
  const { rows } = await sql<{ documents: number }>`
    with earlier as (
      select id from history.import where origin = ${origin} and kind = 'orders' and id <> ${importId}
    ), known as (
      select distinct document from history.line mine where import_id = ${importId} and exists (
        select from history.line before
        where before.document = mine.document and before.import_id in (select id from earlier))
    ), gone as (
      delete from history.line using known
      where line.import_id = ${importId} and line.document = known.document
    )
    select count(*)::int as documents from known`.execute(tx);
  return rows[0]?.documents ?? 0;
}

type Counts = Omit<Summary, 'sums' | 'firstDay' | 'lastDay'> & {
  firstDay: Temporal.PlainDate | null;
  lastDay: Temporal.PlainDate | null;
};
type Sum = { currency: CurrencyCode; class: LineClass; lines: number; amount: string };

/** Counts an import's lines. Distinct values by hashing each column alone: several times as fast as sorting them together. */
export async function summarise(tx: Tx, importId: number): Promise<Summary> {
  const distinct = (column: string) => sql`(
    select count(*)::int from (
      select distinct ${sql.ref(column)} from history.line
      where import_id = ${importId} and ${sql.ref(column)} <> '') as one)`;
  const { rows } = await sql<Counts>`
    select count(*)::int as lines, count(*) filter (where kind = 'refund')::int as refunds,
      count(cancels)::int as "linkedRefunds", min(day) as "firstDay", max(day) as "lastDay",
      ${distinct('document')} as documents, ${distinct('sku')} as skus, ${distinct('customer')} as customers,
      ${distinct('country')} as countries
    from history.line where import_id = ${importId}`.execute(tx);
  const { rows: sums } = await sql<Sum>`
    select currency, class, count(*)::int as lines, sum(amount)::text as amount
    from history.line where import_id = ${importId} group by currency, class order by currency, class`.execute(
    tx,
  );
  const [counts] = rows;
  if (counts === undefined) throw new TypeError('a count has a row');
  return {
    ...counts,
    firstDay: counts.firstDay ?? undefined,
    lastDay: counts.lastDay ?? undefined,
    sums: sums.map(({ amount, ...sum }) => ({ ...sum, amountMillionths: BigInt(amount) })),
  };
}

/** Takes an import's lines out; refunds of other imports that took them back are of unknown orders then. */
export async function deleteLines(tx: Tx, importId: number): Promise<number> {
  await sql`
    update history.line back set refund_of = null, cancels = null from history.line sale
    where back.refund_of = sale.id and sale.import_id = ${importId} and back.import_id <> ${importId}`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`delete from history.line where import_id = ${importId}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export async function growRevision(tx: Tx): Promise<void> {
  await sql`update history.revision set number = number + 1`.execute(tx);
}

type Row = {
  id: bigint;
  import_id: number;
  line: number;
  document: string;
  kind: HistoryLine['kind'];
  class: LineClass;
  happened_at: Temporal.Instant;
  day: Temporal.PlainDate;
  customer: string | null;
  sku: string;
  title: string;
  quantity: number;
  unit_price: bigint;
  amount: bigint;
  unit_cost: bigint | null;
  origin: string;
  order: string;
  currency: CurrencyCode;
  country: string | null;
  cancels: string | null;
  refund_of: bigint | null;
  reason: string;
};

export async function readPage(db: Db, after: bigint, limit: number): Promise<readonly HistoryLine[]> {
  const { rows } = await sql<Row>`
    select line.id, line.import_id, line.line, line.document, line.kind, line.class, line.happened_at, line.day,
      line.customer, line.sku, line.title, line.quantity, line.unit_price, line.amount, line.unit_cost, line.currency,
      line.country, line.cancels, line.refund_of, line.reason, import.origin,
      coalesce(sold.origin, import.origin) || ':' || coalesce(line.cancels, line.document) as order
    from history.line join history.import on import.id = line.import_id
      left join history.line sale on sale.id = line.refund_of left join history.import sold on sold.id = sale.import_id
    where line.id > ${after} order by line.id limit ${limit}`.execute(db);
  return rows.map(lineOf);
}

function lineOf(row: Row): HistoryLine {
  return {
    ...{ id: row.id, importId: row.import_id, line: row.line, document: row.document, kind: row.kind },
    ...{ class: row.class, happenedAt: row.happened_at, day: row.day, sku: row.sku, title: row.title },
    ...{ quantity: row.quantity, unitPriceMillionths: row.unit_price, amountMillionths: row.amount },
    ...{ customer: row.customer ?? undefined, currency: row.currency, country: row.country ?? undefined },
    ...{ origin: row.origin, order: row.order, costMillionths: row.unit_cost ?? undefined },
    ...{ cancels: row.cancels ?? undefined, refundOf: row.refund_of ?? undefined, reason: row.reason },
  };
}
