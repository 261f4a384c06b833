import type { Economics } from '../economics.ts';

/** A line of an order, and what will be wanted of it. Amounts are minor units of the shop's currency. */
export type SplitLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly packSize: number;
  readonly minimumQuantity: number;
  readonly unitCost: number;
  /** What there will be besides when it comes: available and on other orders. */
  readonly besides: number;
  /** Pieces that are wanted from today until so many days after the order comes. */
  readonly wantedUntil: (daysAfter: number) => number;
  /** Pieces that are expected to be wanted from today on. */
  readonly meanUntil: (days: number) => number;
  /** What a piece costs at the smaller quantities. */
  readonly unitCostOf: (quantity: number) => number;
};

export type SplitPart = { readonly lineId: string; readonly quantity: number };

/** Goods that are wanted only this long after the others come later, by as much. */
export const LATER_DAYS = 90;
/** Counting and paying one delivery more. */
const DELIVERY_MINOR = 1_500;

/**
 * What of an order can come later: whole packs that nobody will probably want within `LATER_DAYS` of its coming, as long as
 * both parts are at least the supplier's minimum.
 */
export function laterParts(lines: readonly SplitLine[]): SplitPart[] {
  return lines.flatMap(({ lineId, quantity, packSize, minimumQuantity, besides, wantedUntil }) => {
    const needed = Math.max(Math.ceil(wantedUntil(LATER_DAYS)) - Math.max(besides, 0), 0);
    const first = Math.max(Math.ceil(Math.max(needed, minimumQuantity) / packSize) * packSize, packSize);
    const later = quantity - first;
    return later >= Math.max(minimumQuantity, packSize) ? [{ lineId, quantity: later }] : [];
  });
}

/**
 * What it saves: keeping the later part for `LATER_DAYS`, less what the smaller quantities cost more and one delivery more.
 * Nothing of it depends on what is sold, as long as it lasts until then.
 */
export function worthOfSplit(
  lines: readonly SplitLine[],
  parts: readonly SplitPart[],
  { holdingMillionths }: Economics,
): number {
  const perDay = holdingMillionths / 1_000_000 / 365;
  const saved = parts.reduce((sum, { lineId, quantity }) => {
    const unitCost = lines.find((line) => line.lineId === lineId)?.unitCost ?? 0;
    return sum + quantity * unitCost * perDay * LATER_DAYS;
  }, 0);
  return saved - extraCost(lines, parts);
}

/** What two orders cost more than one: the price of smaller quantities, and one delivery more. */
export function extraCost(lines: readonly SplitLine[], parts: readonly SplitPart[]): number {
  const dearer = parts.map(({ lineId, quantity: later }) => {
    const line = lines.find((one) => one.lineId === lineId);
    if (line === undefined) return 0;
    const { quantity, unitCost, unitCostOf } = line;
    const apart = unitCostOf(later) * later + unitCostOf(quantity - later) * (quantity - later);
    return apart - unitCost * quantity;
  });
  return dearer.reduce((sum, of) => sum + of, 0) + (parts.length > 0 ? DELIVERY_MINOR : 0);
}
