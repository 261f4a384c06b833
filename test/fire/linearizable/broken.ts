// Verbs as they are written where nobody thinks of a second shopper: they look, decide, and write what they
// decided over whatever is there by then. The suite has to find each of them out.
import { sql } from 'kysely';
import { ok, refuse } from '../../../src/kernel/index.ts';
import { readCart } from '../../../src/modules/carts/index.ts';
import { readAvailability, reserve } from '../../../src/modules/inventory/index.ts';
import { toDocument } from '../../../src/platform/database/index.ts';
import { newId } from '../../../src/platform/id.ts';
import { EUR } from '../../selling/open-shop.ts';
import type { CartVerbs } from './cart.ts';
import type { CreditVerbs } from './credit.ts';
import type { PromotionVerbs } from './promotion.ts';
import type { StockVerbs } from './stock.ts';

/** Counts what it read, not what is there. */
export const reserveWithoutLock: StockVerbs['reserve'] = async (tx, { owner, demand, expiresAt, now }) => {
  const shortages = [];
  for (const { variantId, quantity: wanted } of demand) {
    const { rows } = await sql<{ location_id: string; reserved: number; available: number }>`
      select location_id, reserved, available from inventory.level where variant_id = ${variantId}`.execute(
      tx,
    );
    const [level] = rows;
    const available = level?.available ?? 0;
    if (level === undefined || available < wanted) {
      shortages.push({ variantId, wanted, available, lineVariantIds: [variantId] });
      continue;
    }
    await sql`update inventory.level set reserved = ${level.reserved + wanted}
      where variant_id = ${variantId}`.execute(tx);
    await sql`insert into inventory.reservation
        (owner_id, line_variant_id, variant_id, per_line, location_id, quantity, expires_at, reserved_at)
      values (${owner}, ${variantId}, ${variantId}, 1, ${level.location_id}, ${wanted},
        ${expiresAt?.toString() ?? null}::timestamptz, ${now.toString()}::timestamptz)`.execute(tx);
  }
  if (shortages.length === 0) return ok([]);
  return { ok: false, refusal: { ...refuse('out_of_stock', 'short').refusal, shortages } };
};

/** Holds each line in a transaction of its own: who is short of the second keeps the first. */
export const reserveLineByLine: StockVerbs['reserve'] = async (tx, input) => {
  for (const one of input.demand.toReversed()) {
    const held = await reserve(tx, { ...input, demand: [one] });
    if (!held.ok && one === input.demand[0]) return ok([]);
    if (!held.ok) return held;
  }
  return ok([]);
};

/** Remembers what it read: right when it was asked, and told to whoever asks next. */
export function rememberingRead(): StockVerbs['read'] {
  let known: ReturnType<typeof readAvailability> | undefined;
  return (...asked) => {
    const answer = known ?? readAvailability(...asked);
    known = readAvailability(...asked);
    return answer;
  };
}

export const redeemWithoutLock: CreditVerbs['redeem'] = async (tx, { source, amountMinor, orderId, now }) => {
  if (!('giftCardId' in source)) throw new RangeError('a gift card');
  const { rows } = await sql<{ balance: bigint; currency: 'EUR' }>`
    select balance_minor as balance, currency from credits.gift_card where id = ${source.giftCardId}`.execute(
    tx,
  );
  const balance = rows[0]?.balance ?? 0n;
  if (balance < amountMinor) return refuse('insufficient_balance', 'too little');
  await sql`update credits.gift_card set balance_minor = ${balance - amountMinor}
    where id = ${source.giftCardId}`.execute(tx);
  await sql`insert into credits.movement
      (id, gift_card_id, currency, kind, amount_minor, order_id, reference, moved_at)
    values (${newId()}, ${source.giftCardId}, 'EUR', 'redeemed', ${-amountMinor}, ${orderId}, ${newId()},
      ${now.toString()}::timestamptz)`.execute(tx);
  return ok({ source, currency: EUR, amountMinor });
};

export const claimWithoutLock: PromotionVerbs['claim'] = async (tx, { quote, orderId, now }) => {
  for (const verdict of quote.verdicts) {
    if (!verdict.isApplied) continue;
    const { promotionId, amountMinor } = verdict;
    const { rows } = await sql<{ subject: string; taken: bigint; bound: bigint }>`
      select subject, taken, bound from pricing.promotion_counter
      where promotion_id = ${promotionId}`.execute(tx);
    const taking = rows.map((row) => ({ ...row, by: row.subject === 'all' ? 1n : amountMinor }));
    if (taking.some(({ taken, bound, by }) => taken + by > bound)) {
      return refuse('promotion_used_up', 'used up', promotionId);
    }
    for (const { subject, taken, by } of taking) {
      await sql`update pricing.promotion_counter set taken = ${taken + by}
        where promotion_id = ${promotionId} and subject = ${subject}`.execute(tx);
    }
    await sql`insert into pricing.promotion_use
        (order_id, promotion_id, customer, currency, amount_minor, subjects, used_at)
      values (${orderId}, ${promotionId}, '', 'EUR', ${amountMinor}, ${taking.map(({ subject }) => subject)}::text[],
        ${now.toString()}::timestamptz)`.execute(tx);
  }
  return ok(undefined);
};

/** Writes the cart that it read, whatever version it has by now. */
export const addLineOverOthers: CartVerbs['addLine'] = async (deps, { token, variantId, quantity }) => {
  const cart = await readCart(deps, token);
  if (cart === undefined) return refuse('unknown_cart', 'no cart');
  const same = cart.lines.find((line) => line.variantId === variantId);
  const [first] = cart.lines;
  const added = { id: newId<'cart_line'>(), variantId, productId: first?.productId ?? newId(), quantity };
  const lines =
    same === undefined
      ? [...cart.lines, { ...added, giftMessage: '', addedUnitMinor: 1200n }]
      : cart.lines.map((line) => (line === same ? { ...line, quantity: line.quantity + quantity } : line));
  await sql`update carts.cart set lines = ${toDocument(lines)}::jsonb, version = version + 1
    where id = ${cart.id}`.execute(deps.db);
  return ok({ ...cart, lines });
};
