import {
  type Demand,
  demandOverLeadTime,
  holdingCostPerDay,
  leadTimeMoments,
} from '../../../statistics/index.ts';
import { coverOf } from '../health/cover.ts';
import { lossOf } from '../policy/aim.ts';
import { pieceOf } from './levels.ts';
import { type NeedFacts, type Prediction, positionOf } from './need.ts';

const CONFIDENCE = 0.8;
const LONGEST_DAYS = 365;

/** How well an order of today could be in time. */
export function urgencyOf(facts: NeedFacts) {
  const { forecast, leadTimes, policy, source } = facts;
  const lost = lossOf(pieceOf(facts), policy);
  const lead = leadTimeMoments(leadTimes).mean;
  const before = demandOverLeadTime(forecast, leadTimes);
  const there = inTime(facts, lead);
  const later = demandOverLeadTime(forecast, leadTimes, source.reviewDays);
  const thereLater = inTime(facts, lead + source.reviewDays);
  const more = Math.max(later.shortage(thereLater) - before.shortage(there), 0);
  return {
    stockOutChance: 1 - before.cdf(there),
    waitCostMinorPerDay: (more * lost) / source.reviewDays,
  };
}

/**
 * What `quantity` more pieces are worth until they will probably be sold. Of the demand D until then they serve what lies
 * between the position x and x + q: E[(D − x)⁺] − E[(D − x − q)⁺] (the loss function, Snyder and Shen 2019, appendix C), less
 * what is lost before they arrive. They lie for half of the time between. The interval is that of D: it does not know that the
 * forecast itself may be wrong in kind.
 */
export function predictionOf(facts: NeedFacts, quantity: number): Prediction {
  const { forecast, leadTimes, policy, prices } = facts;
  const lead = leadTimeMoments(leadTimes).mean;
  const position = positionOf(facts);
  const lasts = coverOf(position + quantity, forecast) ?? LONGEST_DAYS;
  const horizonDays = Math.min(Math.max(Math.ceil(lead) + 1, lasts), LONGEST_DAYS);
  const demand = forecast.demandOver(horizonDays);
  const missed = demandOverLeadTime(forecast, leadTimes).shortage(inTime(facts, lead));
  const unitCost = prices.findLast(({ from }) => from <= quantity)?.unitCost ?? 0;
  const perDay = holdingCostPerDay(unitCost, policy.holdingRate);
  const costs = Number(policy.orderCostMinor) + (perDay * quantity * (horizonDays - lead)) / 2;
  const perPiece = lossOf(pieceOf(facts), policy);
  const worth = (served: number) => perPiece * Math.max(served - missed, 0) - costs;
  const servedAt = (share: number) => between(demand.quantile(share) - position, 0, quantity);
  return {
    valueMinor: worth(servedOf(demand, position, quantity)),
    lowMinor: worth(servedAt((1 - CONFIDENCE) / 2)),
    highMinor: worth(servedAt((1 + CONFIDENCE) / 2)),
    ...{ confidence: CONFIDENCE, horizonDays },
  };
}

function servedOf(demand: Demand, position: number, quantity: number): number {
  return demand.shortage(position) - demand.shortage(position + quantity);
}

/** What there is, and what comes, within so many days. */
function inTime({ available, inTransit, onOrder, today }: NeedFacts, days: number): number {
  const until = today.add({ days: Math.round(days) });
  return onOrder.reduce((sum, { expectedOn, quantity }) => {
    const isInTime = expectedOn !== undefined && Temporal.PlainDate.compare(expectedOn, until) <= 0;
    return isInTime ? sum + quantity : sum;
  }, available + inTransit);
}

function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
