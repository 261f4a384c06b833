import type { Id } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { Shopper } from '../price/cart-facts.ts';

/** The customer as prices and taxes see them; nobody for a guest. */
export async function readShopper(
  _db: Db,
  customerId: Id<'customer'> | undefined,
): Promise<Shopper | undefined> {
  if (customerId === undefined) return undefined;
  return { id: customerId, segments: [], orderCount: 0, isTaxExempt: false };
}
