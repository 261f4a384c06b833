import { sql } from 'kysely';
import type { Db } from '../../../../platform/database/index.ts';
import type { SalesEntry } from '../sales-entry.ts';

const PAGE_LIMIT = 10_000;

/**
 * Rows of the sales journal after a position, at most `limit` of them; none, when there are no more for now. Only those of
 * database transactions that are older than every one that still runs: what commits late is read later, and nothing is
 * skipped.
 */
export async function readSalesEntries(
  db: Db,
  { after, limit }: { readonly after?: Pick<SalesEntry, 'xid' | 'id'> | undefined; readonly limit: number },
): Promise<SalesEntry[]> {
  if (limit < 1 || limit > PAGE_LIMIT) throw new RangeError(`a page has 1 to ${PAGE_LIMIT} rows`);
  const { xid, id } = after ?? { xid: 0n, id: 0n };
  const { rows } = await sql<EntryRow>`
    select xid, id, posted_at as "postedAt", kind, ledger_kind as "ledgerKind",
      ledger_reference as "ledgerReference", order_id as "orderId", line_id as "lineId", quantity,
      gross_minor as "grossMinor", discount_minor as "discountMinor", returns_minor as "returnsMinor",
      shipping_minor as "shippingMinor", gift_cards_minor as "giftCardsMinor", tax_minor as "taxMinor",
      cost_minor as "costMinor", goodwill_minor as "goodwillMinor", currency
    from orders.sales_entry
    where (xid, id) > (${xid}::xid8, ${id}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, lineId: row.lineId ?? undefined }));
}

type EntryRow = Omit<SalesEntry, 'lineId'> & {
  readonly lineId: NonNullable<SalesEntry['lineId']> | null;
};
