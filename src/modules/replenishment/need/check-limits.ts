import { sql } from 'kysely';
import {
  type CurrencyCode,
  money,
  ok,
  type Refusal,
  type Result,
  refuse,
  toDecimal,
} from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import {
  converted,
  lineValueMinor,
  listPurchaseOrders,
  openValueMinor,
  priceAt,
  type Source,
} from '../../purchasing/index.ts';
import type { Limits } from '../policy/policy.ts';
import { limitsIn, readPolicyParts } from '../policy/store.ts';

const OPEN = [
  ...(['draft', 'awaiting_approval', 'approved', 'sent', 'confirmed', 'partly_received'] as const),
] as const;
const MOST_ORDERS = 2_000;

type OrderedLine = { readonly quantity: number; readonly source: Source };
export type LimitRefusal = Refusal<'over_budget' | 'no_room'>;

/**
 * Whether these lines keep to what all orders together keep to: the budget of open orders, and the room that there is. What lies
 * in the shop is as of the last look at its health.
 */
export async function checkLimits(
  tx: Tx,
  lines: readonly OrderedLine[],
): Promise<Result<void, LimitRefusal>> {
  const { budgetMinor, storagePieces } = limitsIn(await readPolicyParts(tx));
  if (budgetMinor === undefined && storagePieces === undefined) return ok(undefined);
  // One after the other: of two that keep to a limit each, both may not.
  await sql`select pg_advisory_xact_lock(hashtextextended('replenishment.limits', 0))`.execute(tx);
  const { defaultCurrency: currency } = await readShop(tx);
  if (budgetMinor !== undefined) {
    const all = (await openMinor(tx, currency)) + costMinor(lines, currency);
    const text = (minor: bigint) => `${toDecimal(money(minor, currency))} ${currency}`;
    if (all > budgetMinor) {
      const message = `open orders would come to ${text(all)}, and the budget is ${text(budgetMinor)}`;
      return refuse('over_budget', message, 'lines');
    }
  }
  if (storagePieces !== undefined) {
    const pieces = (await piecesHeld(tx)) + lines.reduce((sum, { quantity }) => sum + quantity, 0);
    if (pieces > storagePieces) {
      return refuse('no_room', `there would be ${pieces} pieces, and room for ${storagePieces}`, 'lines');
    }
  }
  return ok(undefined);
}

/** What is left of the limits that there are; below zero: more than that is open already. */
export async function leftOf(
  db: Db,
  { budgetMinor, storagePieces }: Limits,
  currency: CurrencyCode,
): Promise<{ readonly budgetMinor: bigint | undefined; readonly pieces: number | undefined }> {
  return {
    budgetMinor: budgetMinor === undefined ? undefined : budgetMinor - (await openMinor(db, currency)),
    pieces: storagePieces === undefined ? undefined : storagePieces - (await piecesHeld(db)),
  };
}

async function openMinor(db: Db, to: CurrencyCode): Promise<bigint> {
  const orders = await listPurchaseOrders(db, { states: OPEN, limit: MOST_ORDERS });
  return orders.reduce((sum, order) => {
    const { currency: from, rateE10 } = order;
    return sum + converted(openValueMinor(order), { from, to, rateE10 });
  }, 0n);
}

function costMinor(lines: readonly OrderedLine[], to: CurrencyCode): bigint {
  return lines.reduce((sum, { quantity, source: { breaks, currency: from, rateE10 } }) => {
    const price = priceAt(breaks, quantity);
    return price === undefined
      ? sum
      : sum + converted(lineValueMinor(price, quantity), { from, to, rateE10 });
  }, 0n);
}

async function piecesHeld(db: Db): Promise<number> {
  const { rows } = await sql<{ pieces: number }>`
    select (select coalesce(sum(on_hand), 0) from replenishment.stock_health)::float8
      + (select coalesce(sum(on_order), 0) from replenishment.need)::float8 as pieces`.execute(db);
  return rows[0]?.pieces ?? 0;
}
