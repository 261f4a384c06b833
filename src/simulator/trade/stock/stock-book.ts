import type { WorldProduct } from '../../world/world.ts';
import type { TradeDay } from '../trade.ts';
import type { Truths } from '../truths.ts';
import { type Shelved, settleAt } from './settle.ts';

/** What there was of a variant, evening by evening, from its first day in the shop on. */
export type StockPast = {
  readonly sku: string;
  /** Of the days that are simulated, the first one with a figure. */
  readonly first: number;
  /** All of them from `first` to the last day: the level is that of the day before, less sold, plus received and restocked. */
  readonly level: readonly number[];
  readonly sold: readonly number[];
  readonly received: readonly number[];
  readonly restocked: readonly number[];
  readonly missed: readonly number[];
};

type Kept = Shelved & { readonly missed: number[] };

/**
 * Keeps what moved on the shelves of a past, and at its end makes it lead to what lies there today: last deliveries were larger, or
 * smaller, than was ordered, never so that a day on which something was missing had some, or something was sold that was not there.
 * What was planned to be out was used up when that began.
 */
export function stockBook(
  { products }: { readonly products: readonly WorldProduct[] },
  { truths }: { readonly truths: Truths },
) {
  const parts = new Map(
    products.flatMap(({ variants, components }) =>
      variants.map(({ sku }) => [sku, components.length > 0 ? components : [{ sku, quantity: 1 }]] as const),
    ),
  );
  const kept = new Map<string, Kept>();
  const begun = new Map<string, number>();
  let planned: string | undefined;
  const of = (sku: string): Kept => {
    const known = kept.get(sku) ?? emptyFor(truths.days);
    kept.set(sku, known);
    return known;
  };
  const note = (to: number[], index: number, quantity: number) => {
    to[index] = (to[index] ?? 0) + quantity;
  };
  return {
    add: ({ date: { index }, orders, stock }: Pick<TradeDay, 'date' | 'orders' | 'stock'>): void => {
      for (const [sku, quantity] of stock.received) {
        if (!begun.has(sku)) begun.set(sku, index);
        note(of(sku).received, index, quantity);
      }
      for (const [sku, quantity] of stock.restocked) note(of(sku).restocked, index, quantity);
      for (const [sku, quantity] of stock.missed) note(of(sku).missed, index, quantity);
      for (const { good, variant, quantity: pieces } of orders.flatMap(({ lines }) => lines)) {
        if (good.rank === truths.stockOut.rank) planned = good.handle;
        for (const { sku, quantity } of parts.get(variant.sku) ?? []) {
          if (begun.has(sku)) note(of(sku).sold, index, pieces * quantity);
        }
      }
    },
    close: (): StockPast[] =>
      products.flatMap(({ handle, variants }) =>
        variants.flatMap(({ sku, onHand }) => {
          const first = begun.get(sku);
          if (first === undefined) return [];
          const out = handle === planned ? outOf(truths) : undefined;
          return [pastOf(sku, of(sku), { first, onHand, out })];
        }),
      ),
  };
}

function emptyFor(days: number): Kept {
  const none = () => new Array<number>(days).fill(0);
  return { sold: none(), received: none(), restocked: none(), missed: none() };
}

type Span = { readonly from: number; readonly to: number };

/** The days of the planned outage. */
function outOf({ days, stockOut }: Truths): Span | undefined {
  const from = days - 1 - stockOut.daysBefore;
  const to = from + stockOut.days - 1;
  return to < 0 ? undefined : { from, to };
}

function pastOf(
  sku: string,
  kept: Kept,
  { first, onHand, out }: { readonly first: number; readonly onHand: number; readonly out: Span | undefined },
): StockPast {
  const last = kept.sold.length - 1;
  const from = (days: readonly number[]) => days.slice(first);
  const lastMissed = (upTo: number) => kept.missed.findLastIndex((pieces, day) => pieces > 0 && day <= upTo);
  if (out && out.from > first) settleAt(kept, { from: first, to: out.from - 1, target: 0, missed: -1 });
  const begins = out && out.from > first ? out.from : first;
  settleAt(kept, {
    from: begins,
    to: last,
    target: onHand,
    missed: Math.max(lastMissed(last), out?.to ?? -1),
  });
  const level: number[] = [];
  for (let day = first; day <= last; day += 1) {
    const moved = (kept.received[day] ?? 0) + (kept.restocked[day] ?? 0) - (kept.sold[day] ?? 0);
    level.push((level.at(-1) ?? 0) + moved);
  }
  return {
    ...{ sku, first, level, sold: from(kept.sold), received: from(kept.received) },
    ...{ restocked: from(kept.restocked), missed: from(kept.missed) },
  };
}
