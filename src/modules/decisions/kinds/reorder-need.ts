import { converted, lineValueMinor, priceAt, type Source } from '../../purchasing/index.ts';
import type { Margin, Need, NeedAhead } from '../../replenishment/index.ts';
import type { EvidenceChart } from '../decision.ts';
import type { Proposed, ReadContext } from '../kind.ts';
import { stockLines, withArrival } from './charts.ts';
import { labelOf } from './goods.ts';
import type { ReorderBasis, ReorderProposal } from './reorder-proposal.ts';

/** A need, and how much of it is ordered. */
export type Ordered = { readonly need: NeedAhead; readonly margin: Margin; readonly quantity: number };

/**
 * A need as a decision of its own; `undefined` where nobody knows what a piece costs, neither the supplier's prices nor the
 * catalogue: it would be valued as if it were free.
 */
export function proposedNeed(
  context: ReadContext,
  { need, margin, quantity }: Ordered,
): Proposed<ReorderProposal> | undefined {
  const { now, currency } = context;
  const { variantId, source, onOrder, waitCostMinorPerDay, stockOutChance } = need;
  const worth = boughtFor(source, quantity, { to: currency, margin });
  if (worth === undefined) return undefined;
  const whole = (value: number) => BigInt(Math.round(value));
  const predicted = predictedOf(need, { quantity, worthMinor: Number(worth) });
  const valueMinor = whole(predicted.valueMinor);
  const [low, high] = [whole(predicted.lowMinor), whole(predicted.highMinor)];
  const { supplierName: supplier, packSize } = source;
  const label = labelOf(margin.sellable);
  const line = { variantId, label, quantity, needed: need.quantity, packSize, onOrder, valueMinor: worth };
  return {
    subject: { type: 'variant', id: variantId, label },
    supplier,
    proposal: { lines: [line], supplier },
    evidence: { figures: figuresOf(need), chart: chartOf(need, quantity), computed: 'reorder' },
    predicted: {
      ...{ valueMinor, lowMinor: low < valueMinor ? low : valueMinor },
      ...{ highMinor: high > valueMinor ? high : valueMinor, confidence: predicted.confidence, currency },
      ...{ horizonDays: horizonOf(predicted.horizonDays), counterfactual: 'not_ordered' },
    },
    basis: { lines: [basisOf(need, margin, Number(worth) / quantity)] } satisfies ReorderBasis,
    // Fewer pieces come no sooner: what waiting costs is less in proportion, and never more.
    waitCostMinorPerDay: whole(
      Math.max(0, waitCostMinorPerDay) * Math.min(1, quantity / Math.max(1, need.quantity)),
    ),
    risk: { key: 'demand_falls', chance: Math.max(0, Math.min(1, 1 - stockOutChance)) },
    // The same need is the same decision until the quantity is another by more than a pack or a tenth.
    fingerprint: [source.supplierId, sizeOf(need), onOrder].join(' '),
    expiresAt: now.add({ hours: 24 * Math.max(2, source.reviewDays) }),
  };
}

/**
 * What so many pieces are worth of what the need is: of fewer what it is before the line's own cost, in proportion; of more the
 * same less what keeping the others costs over its days, as it knows nobody who would miss them.
 */
export function predictedOf(
  { predicted, piece, quantity: needed }: Pick<Need, 'predicted' | 'piece' | 'quantity'>,
  { quantity, worthMinor }: { readonly quantity: number; readonly worthMinor: number },
): Need['predicted'] {
  const { perOrderMinor, holdingRate } = piece;
  const share = Math.min(1, quantity / Math.max(1, needed));
  const unused = (Math.max(0, quantity - needed) / Math.max(1, quantity)) * worthMinor;
  const keeping = (unused * holdingRate * predicted.horizonDays) / 365;
  const of = (minor: number) => (minor + perOrderMinor) * share - perOrderMinor - keeping;
  const { valueMinor, lowMinor, highMinor } = predicted;
  return { ...predicted, valueMinor: of(valueMinor), lowMinor: of(lowMinor), highMinor: of(highMinor) };
}

function figuresOf(need: Need): Proposed['evidence']['figures'] {
  const { available, onOrder, reorderPoint, orderUpTo, coverDays, stockOutChance } = need;
  const count = (key: string, value: number) =>
    ({ key, unit: 'count', value: String(Math.round(value)) }) as const;
  return [
    count('available', available),
    count('on_order', onOrder),
    ...(coverDays === undefined
      ? []
      : [{ key: 'cover_days', unit: 'days', value: String(Math.round(coverDays)) } as const]),
    { key: 'stock_out_chance', unit: 'share', value: stockOutChance.toFixed(3) },
    count('reorder_point', reorderPoint),
    count('order_up_to', orderUpTo),
  ];
}

function chartOf({ ahead: { stock, wanted, coming, leadDays } }: NeedAhead, quantity: number): EvidenceChart {
  const proposed = withArrival(coming, leadDays, quantity);
  return stockLines({ stock, wanted, asIs: coming, proposed });
}

function basisOf(
  { variantId, available, onOrder, piece }: Need,
  margin: Margin,
  unitMinor: number,
): ReorderBasis['lines'][number] {
  const { perOrderMinor, holdingRate } = piece;
  return {
    variantId,
    available,
    onOrder,
    perOrderMinor,
    holdingRate,
    ...unservedOf(piece, margin, unitMinor),
  };
}

/**
 * What a piece earns, and which share of those who find nothing is reckoned to take something else: by so much a missing piece
 * loses less than it earns.
 *
 * @param unitMinor what the supplier takes for a piece, where nobody says what it costs
 */
export function unservedOf(
  { lossMinor }: Pick<Need['piece'], 'lossMinor'>,
  { netMinor, costMinor }: Pick<Margin, 'netMinor' | 'costMinor'>,
  unitMinor: number,
): { readonly marginMinor: number; readonly substituted: number } {
  const marginMinor = Number(netMinor) - (costMinor === undefined ? unitMinor : Number(costMinor));
  if (marginMinor <= 0) return { marginMinor: 0, substituted: 0 };
  return { marginMinor, substituted: Math.min(1, Math.max(0, 1 - lossMinor / marginMinor)) };
}

function sizeOf({ quantity, source: { packSize } }: Need): number {
  return Math.round(quantity / Math.max(packSize, quantity / 10));
}

const horizonOf = (days: number) => Math.min(365, Math.max(1, Math.ceil(days)));

/**
 * What so many pieces come to, in the shop's currency; `undefined`: the supplier has no price for so few, or says that they cost
 * nothing where the catalogue does not say what they cost.
 */
export function boughtFor(
  { breaks, currency: from, rateE10 }: Source,
  quantity: number,
  { to, margin }: { readonly to: Source['currency']; readonly margin: Pick<Margin, 'costMinor'> },
): bigint | undefined {
  const price = priceAt(breaks, quantity);
  const worth = price && converted(lineValueMinor(price, quantity), { from, to, rateE10 });
  return worth === 0n && margin.costMinor === undefined ? undefined : worth;
}
