import { sql } from 'kysely';
import type { CurrencyCode } from '../../../../kernel/index.ts';
import { type Tx, toDocument } from '../../../../platform/database/index.ts';
import type { Transaction } from '../../../ledger/index.ts';
import type { OrderId } from '../../order.ts';
import type { EntryDraft } from '../sales-entry.ts';
import { amountsOf } from '../sold-amounts.ts';

export type WrittenEntries = {
  /** The ledger's transaction that they are of. */
  readonly of: Pick<Transaction, 'kind' | 'reference'>;
  readonly orderId: OrderId;
  readonly currency: CurrencyCode;
  readonly entries: readonly EntryDraft[];
  readonly now: Temporal.Instant;
};

/** Writes the rows of some transactions in one statement; those that are there already stay as they are, or are refused. */
export async function insertEntries(
  tx: Tx,
  written: readonly WrittenEntries[],
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<void> {
  const rows = written.flatMap(rowsOf);
  if (rows.length === 0) return;
  await sql`
    insert into orders.sales_entry (posted_at, kind, ledger_kind, ledger_reference, position, order_id, line_id, quantity,
      gross_minor, discount_minor, returns_minor, shipping_minor, gift_cards_minor, tax_minor, cost_minor,
      goodwill_minor, currency)
    select given."postedAt", given.kind, given."ledgerKind", given."ledgerReference", given.position, given."orderId",
      given."lineId", given.quantity, given."grossMinor", given."discountMinor", given."returnsMinor",
      given."shippingMinor", given."giftCardsMinor", given."taxMinor", given."costMinor", given."goodwillMinor",
      given.currency
    from jsonb_to_recordset(${toDocument(rows)}::jsonb) as given ("postedAt" timestamptz, kind text, "ledgerKind" text,
      "ledgerReference" text, position smallint, "orderId" uuid, "lineId" uuid, quantity int, "grossMinor" bigint,
      "discountMinor" bigint, "returnsMinor" bigint, "shippingMinor" bigint, "giftCardsMinor" bigint,
      "taxMinor" bigint, "costMinor" bigint, "goodwillMinor" bigint, currency text)
    ${isNew ? sql`` : sql`on conflict (ledger_kind, ledger_reference, position) do nothing`}`.execute(tx);
}

function rowsOf({ of, orderId, currency, entries, now }: WrittenEntries) {
  const about = { ledgerKind: of.kind, ledgerReference: of.reference, orderId, currency, postedAt: now };
  return entries.map((entry, position) => {
    const { kind, lineId } = entry;
    return { ...about, kind, lineId, position, ...amountsOf(entry) };
  });
}
