import { z } from 'zod';
import { currencyOf } from '../../../../kernel/index.ts';
import { type Item, readItems } from '../../../../modules/inventory/index.ts';
import {
  type Price,
  type RefusedPrice,
  readPrices,
  schedulePrices,
  setPrices,
  withdrawScheduledPrices,
} from '../../../../modules/pricing/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import type { ChangedPiece, PieceOutcome, PiecesKind } from '../../../../platform/work/index.ts';
import { priceChange } from '../contract/price-desk.ts';
import { type PlannedPrice, planPriceChange } from '../handlers/plan-price-change.ts';
import { CHANGED_SINCE } from './change-fields.ts';
import { idsOf } from './piece-id.ts';

export type PriceChange = z.infer<typeof priceChange>;

const GONE = 'there is no such variant any more, or it has no price in this currency';
const WHY = {
  same: 'it is that already',
  no_cost: 'what it costs is not known',
  below_zero: 'the price would be below zero',
} as const;

/** Many prices by one rule, now or at a moment. */
export const changePrices: PiecesKind<PriceChange> = {
  name: 'prices.change',
  piecesPerBatch: 100,
  parse: (payload) => priceChange.parse(payload),
  change: async (tx, rule, keys, { now }) => {
    const variantId = idsOf<'variant'>(keys);
    const plan = await planPriceChange(tx, { ...rule, selection: { variantId } }, now);
    if (!plan.ok) throw new Error(plan.refusal.message);
    const { planned } = plan.value;
    const prices = planned.flatMap(({ before, after }): Price[] => {
      if (!after.isChanged) return [];
      return [{ ...before, amountMinor: after.amountMinor, compareAtMinor: after.compareAtMinor }];
    });
    const { refused } = await write(tx, prices, rule.startsAt, now);
    const gone = (key: string): PieceOutcome => ({ outcome: 'refused', label: key, reason: GONE });
    return new Map([
      ...keys.map((key) => [key, gone(key)] as const),
      ...planned.map((one) => [one.item.variantId, outcomeOf(one, rule, refused)] as const),
    ]);
  },
  takeBack: async (tx, pieces, { now }) => takeBack(tx, pieces, now),
};

function write(
  tx: Tx,
  prices: readonly Price[],
  startsAt: Temporal.Instant | undefined,
  now: Temporal.Instant,
) {
  const reason = 'price_change';
  return startsAt === undefined
    ? setPrices(tx, { prices, now, reason })
    : schedulePrices(tx, { prices, startsAt, reason });
}

function outcomeOf(
  { item, before, after }: PlannedPrice,
  { startsAt }: PriceChange,
  refused: readonly RefusedPrice[],
): PieceOutcome {
  const label = labelOf(item);
  if (!after.isChanged) {
    return after.why === 'same'
      ? { outcome: 'unchanged', label }
      : { outcome: 'refused', label, reason: WHY[after.why] };
  }
  const refusal = refused.find(({ price }) => price.variantId === item.variantId)?.refusal;
  if (refusal !== undefined) return { outcome: 'refused', label, reason: refusal.message };
  const begins = startsAt === undefined ? {} : { startsAt: startsAt.toString() };
  const became = { currency: before.currency, ...after };
  return { outcome: 'changed', label, before: keptOf(before), after: { ...keptOf(became), ...begins } };
}

export function labelOf({ title, options, sku }: Item): string {
  return [title, options, sku].filter((part) => part !== undefined && part !== '').join(' · ');
}

type Amounts = Pick<Price, 'currency' | 'amountMinor' | 'compareAtMinor'>;

function keptOf({ currency, amountMinor, compareAtMinor }: Amounts) {
  return { currency, amount: String(amountMinor), compareAt: compareAtMinor?.toString() };
}

const kept = z
  .object({
    currency: z.string().transform(currencyOf),
    amount: z.string().transform(BigInt),
    compareAt: z.string().transform(BigInt).optional(),
    startsAt: z
      .string()
      .transform((text) => Temporal.Instant.from(text))
      .optional(),
  })
  .transform(({ currency, amount, compareAt, startsAt }) => {
    return { currency, amountMinor: amount, compareAtMinor: compareAt, startsAt };
  });

/** Prices that stand as they were made become what they were; what has not begun is withdrawn. */
async function takeBack(tx: Tx, pieces: readonly ChangedPiece[], now: Temporal.Instant) {
  const ids = idsOf<'variant'>(pieces.map(({ key }) => key));
  const [prices, items] = [await readPrices(tx, ids), await readItems(tx, ids)];
  const outcomes = new Map<string, PieceOutcome>();
  const back: Price[] = [];
  for (const { key, label: given, ...piece } of pieces) {
    const [variantId] = idsOf<'variant'>([key]);
    if (variantId === undefined) continue;
    const item = items.get(variantId);
    const label = item === undefined ? given : labelOf(item);
    const [was, became] = [kept.parse(piece.before), kept.parse(piece.after)];
    if (became.startsAt !== undefined && became.startsAt.epochMilliseconds > now.epochMilliseconds) {
      const { currency, startsAt } = became;
      await withdrawScheduledPrices(tx, { variantIds: [variantId], currency, startsAt });
    } else if (stands(prices.get(variantId), became)) {
      back.push({ variantId, ...amountsOf(was) });
    } else {
      outcomes.set(key, { outcome: 'refused', label, reason: CHANGED_SINCE });
      continue;
    }
    outcomes.set(key, { outcome: 'changed', label, before: keptOf(became), after: keptOf(was) });
  }
  await setPrices(tx, { prices: back, now, reason: 'undo' });
  return outcomes;
}

function amountsOf({ currency, amountMinor, compareAtMinor }: Amounts): Amounts {
  return { currency, amountMinor, compareAtMinor };
}

function stands(prices: readonly Price[] | undefined, { currency, amountMinor, compareAtMinor }: Amounts) {
  const price = prices?.find((one) => one.currency === currency);
  return price?.amountMinor === amountMinor && price.compareAtMinor === compareAtMinor;
}
