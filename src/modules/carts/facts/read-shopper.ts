import type { Id } from '../../../kernel/index.ts';
import { readCustomer } from '../../customers/index.ts';
import type { CartDeps } from '../deps.ts';
import type { Shopper } from '../price/cart-facts.ts';

/** The customer as prices and taxes see them; nobody for a guest. */
export async function readShopper(
  { reads, countOrders }: CartDeps,
  customerId: Id<'customer'> | undefined,
): Promise<Shopper | undefined> {
  if (customerId === undefined) return undefined;
  const [customer, orderCount] = await Promise.all([
    readCustomer(reads, customerId),
    countOrders(reads, customerId),
  ]);
  if (customer === undefined) return undefined;
  const { segments, isTaxExempt } = customer;
  return { id: customerId, segments, orderCount, isTaxExempt };
}
