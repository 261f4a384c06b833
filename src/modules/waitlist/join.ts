import { type Locale, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isPublished, readOffered, type VariantId } from '../catalog/index.ts';
import { parseEmail, readCustomerByEmail } from '../customers/index.ts';
import { readAvailability } from '../inventory/index.ts';
import { leaveKeyOf } from './leave-key.ts';
import { pricedIn } from './priced-in.ts';
import { insertWait } from './store.ts';

/** `in_stock`: it can be bought now, there is nothing to wait for. */
export type JoinRefusal = Refusal<'invalid_email' | 'unknown_variant' | 'in_stock'>;

/**
 * Notes that this address wants to be told, once, when the variant can be bought again. The answer is the same whether the
 * address waits already, is a customer's, or waits for too much; nothing is sent now.
 *
 * @returns `unknown_variant` where it is not for sale in this market
 */
export async function joinWaitlist(
  tx: Tx,
  input: {
    readonly variantId: VariantId;
    readonly email: string;
    readonly market: string;
    readonly locale: Locale;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, JoinRefusal>> {
  const { variantId, market, locale, now } = input;
  const email = parseEmail(input.email);
  if (email === undefined) return refuse('invalid_email', 'this is no e-mail address', 'email');
  const offered = (await readOffered(tx, [variantId])).get(variantId);
  const priced = await pricedIn(tx, variantId, [market]);
  if (!offered || !isPublished(offered, now) || priced.length === 0) {
    return refuse('unknown_variant', 'there is no such variant in this market', 'variantId');
  }
  const availability = (await readAvailability(tx, [variantId])).get(variantId);
  if (availability?.isBuyable) return refuse('in_stock', 'it can be bought now', 'variantId');
  const customerId = (await readCustomerByEmail(tx, email))?.id;
  const leaveKey = await leaveKeyOf(tx, email);
  await insertWait(tx, { variantId, email, customerId, market, locale, leaveKey, asked: now });
  return ok(undefined);
}
