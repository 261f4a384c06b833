import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';

/** What a customer ordered so far, as orders tell it. */
export type Buying = {
  readonly orders: number;
  /** Less what was given back, in the currency of most orders. */
  readonly spentMinor: bigint;
  readonly currency: CurrencyCode | undefined;
  readonly firstOrderAt: Temporal.Instant | undefined;
  readonly lastOrderAt: Temporal.Instant | undefined;
  /** Of the last order. */
  readonly country: string;
  readonly market: string;
};

/** Writes what a customer ordered so far. Their version stays: nobody's edit is about it. */
export async function saveBuying(tx: Tx, id: CustomerId, buying: Buying): Promise<void> {
  await sql`
    update customers.customer set orders_count = ${buying.orders}, spent_minor = ${buying.spentMinor},
      spent_currency = ${buying.currency ?? ''}, first_order_at = ${buying.firstOrderAt?.toString() ?? null}::timestamptz,
      last_order_at = ${buying.lastOrderAt?.toString() ?? null}::timestamptz, country = ${buying.country},
      market_code = ${buying.market}
    where id = ${id}`.execute(tx);
}
