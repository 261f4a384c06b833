import { bestOrder, orderQuantity } from '../../../statistics/index.ts';
import { coverOf } from '../health/cover.ts';
import { lossOf } from '../policy/aim.ts';
import { adjustedQuantity } from './adjustment.ts';
import { type Levels, levelsOf, pieceOf, questionOf } from './levels.ts';
import { type Need, type NeedFacts, type NeedReason, type Prediction, positionOf } from './need.ts';
import { predictionOf, urgencyOf } from './predict.ts';

const NOTHING: Prediction = { valueMinor: 0, lowMinor: 0, highMinor: 0, confidence: 0.8, horizonDays: 0 };
const HORIZON_DAYS = 365;

/**
 * Whether and how many are to be ordered: what brings the position (available + on order) up from below the reorder point,
 * never the level itself; drafts count as ordered; a vendor's minimum raises a quantity and leaves the lead time alone; where
 * nothing is wanted and nobody waits nothing is ordered, whatever minimum and packs say.
 */
export function needOf(facts: NeedFacts): Need {
  const { variantId, locationId, source, policy, forecast, available } = facts;
  const onOrder = facts.onOrder.reduce((sum, arrival) => sum + arrival.quantity, 0);
  const position = positionOf(facts);
  const levels = policy.isOff ? undefined : levelsOf(facts);
  const own =
    levels === undefined
      ? { quantity: 0, reasons: [reason('switched_off')] }
      : quantityOf(facts, position, levels);
  const { quantity, reasons: together } = adjustedQuantity(own.quantity, facts);
  const reasons = [...own.reasons, ...together];
  return {
    ...{ variantId, locationId, source, available, onOrder, quantity, reasons },
    ...{ reorderPoint: levels?.reorderPoint ?? 0, orderUpTo: levels?.orderUpTo ?? 0 },
    coverDays: coverOf(available, forecast),
    ...urgencyOf(facts),
    piece: {
      lossMinor: lossOf(pieceOf(facts), policy),
      ...{ perOrderMinor: Number(policy.orderCostMinor), holdingRate: policy.holdingRate },
    },
    predicted: quantity > 0 ? predictionOf(facts, quantity) : NOTHING,
  };
}

type Sized = { readonly quantity: number; readonly reasons: readonly NeedReason[] };

function quantityOf(facts: NeedFacts, position: number, levels: Levels): Sized {
  const { policy, forecast, source } = facts;
  const { reorderPoint, orderUpTo, expected } = levels;
  const served = reason('served', { cycle: expected.cycle, fill: expected.fill });
  const isWanted = forecast.meanOver(HORIZON_DAYS) > 0 || position < 0;
  if (!isWanted && policy.minMax === undefined) return { quantity: 0, reasons: [reason('no_demand')] };
  if (position >= reorderPoint)
    return { quantity: 0, reasons: [reason('enough', { position, reorderPoint }), served] };
  const because = reason('below_reorder_point', { position, reorderPoint, orderUpTo });
  const sizes = { pack: source.packSize, minimum: source.minimumQuantity };
  if (policy.minMax !== undefined) {
    const { quantity, because: by } = orderQuantity({ position, level: orderUpTo }, sizes);
    return { quantity, reasons: [because, served, ...by.map((size) => ofSize(facts, size))] };
  }
  const advice = bestOrder(questionOf(facts, position, reorderPoint));
  const missing = Math.ceil(Math.max(reorderPoint - position, 1));
  const reasons = [because, served, ...whySo(facts, advice.quantity, missing)];
  if (!advice.isWorthwhile) return { quantity: 0, reasons: [...reasons, reason('not_worthwhile')] };
  return { quantity: advice.quantity, reasons };
}

/** What sizes and prices made of the quantity. */
function whySo(facts: NeedFacts, quantity: number, missing: number): NeedReason[] {
  const { source, prices } = facts;
  const { packSize, minimumQuantity } = source;
  const reached = prices.findLast(({ from }) => from <= quantity);
  const first = prices[0];
  const isCheaper =
    reached !== undefined && first !== undefined && reached.from > Math.max(first.from, missing);
  return [
    ...(minimumQuantity > missing && quantity <= Math.ceil(minimumQuantity / packSize) * packSize
      ? [ofSize(facts, 'minimum')]
      : []),
    ...(packSize > 1 ? [ofSize(facts, 'pack')] : []),
    ...(isCheaper
      ? [reason('price_break', { from: reached.from, share: 1 - reached.unitCost / first.unitCost })]
      : []),
  ];
}

function ofSize({ source }: NeedFacts, size: 'minimum' | 'pack' | 'maximum'): NeedReason {
  if (size === 'minimum') return reason('raised_to_minimum', { minimum: source.minimumQuantity });
  if (size === 'pack') return reason('rounded_to_packs', { packSize: source.packSize });
  return reason('limited');
}

function reason(kind: NeedReason['kind'], numbers: NeedReason['numbers'] = {}): NeedReason {
  return { kind, numbers };
}
