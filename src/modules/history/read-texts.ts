import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

const PAGE = 20_000;

/** ASCII's unit separator, which is in none of the cells. */
export const BETWEEN_CELLS = '\u001f';

/**
 * What each line's text has, cell by cell, in this order. `happenedAt` is microseconds since 1970; amount and cost are
 * millionths; what is not known is ''.
 */
export const TEXT_CELLS = [
  ...['id', 'importId', 'origin', 'order', 'refundOf', 'document', 'kind', 'class', 'happenedAt', 'customer'],
  ...['sku', 'title', 'quantity', 'amount', 'cost', 'currency', 'country', 'reason'],
] as const;

/** Lines in their order, each one text: its cells with {@link BETWEEN_CELLS} between them. */
export type HistoryTexts = { readonly lastId: bigint; readonly texts: readonly string[] };

/**
 * The lines of {@link readHistoryLines} for whoever copies all of them elsewhere: cell by cell they would take several times
 * as long.
 */
export async function* readHistoryTexts(
  db: Db,
  { after = 0n, limit = PAGE }: { readonly after?: bigint; readonly limit?: number } = {},
): AsyncIterable<HistoryTexts> {
  let last = after;
  for (;;) {
    const { rows } = await sql<{ id: bigint; text: string }>`
      select line.id, concat_ws(${BETWEEN_CELLS}, line.id, line.import_id, ${bare('import.origin')},
        ${bare("coalesce(sold.origin, import.origin) || ':' || coalesce(line.cancels, line.document)")},
        coalesce(line.refund_of::text, ''), ${bare('line.document')}, line.kind, line.class,
        (extract(epoch from line.happened_at) * 1000000)::bigint, ${bare("coalesce(line.customer, '')")},
        ${bare('line.sku')}, ${bare('line.title')}, line.quantity, line.amount, coalesce(line.unit_cost::text, ''),
        line.currency, ${bare("coalesce(line.country, '')")}, ${bare('line.reason')}) as text
      from history.line join history.import on import.id = line.import_id
        left join history.line sale on sale.id = line.refund_of left join history.import sold on sold.id = sale.import_id
      where line.id > ${last} order by line.id limit ${limit}`.execute(db);
    const end = rows.at(-1);
    if (end !== undefined) yield { lastId: end.id, texts: rows.map(({ text }) => text) };
    if (end === undefined || rows.length < limit) return;
    last = end.id;
  }
}

function bare(text: string) {
  return sql`translate(${sql.raw(text)}, ${BETWEEN_CELLS}, '')`;
}
