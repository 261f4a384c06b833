import type { Result } from '../../../kernel/index.ts';
import {
  type BgNbdFit,
  fitBgNbd,
  fitGammaGamma,
  type GammaGammaFit,
  type Interval,
  type PurchaseHistory,
  probabilityAlive,
  purchasesOfMany,
  totalValueInterval,
  type ValueFit,
} from '../../../statistics/index.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { historiesUntil, type Purchases } from './purchases.ts';
import { uniformOf } from './uniform.ts';

/** Twelve months, of which money later counts for less: ten in a hundred a year. */
export const HORIZON_DAYS = 365;
export const YEARLY_DISCOUNT = 0.1;
/** Of the intervals of value. */
export const CONFIDENCE = 0.9;

const HORIZON = { length: HORIZON_DAYS, discountRate: Math.log(1 + YEARLY_DISCOUNT) / 365 };
const UNDISCOUNTED = { length: HORIZON_DAYS, discountRate: 0 };

export type Parameter = { readonly name: string; readonly estimate: number; readonly standardError: number };

/** Customers who have ordered on so many days, and what is expected of them. Money in minor units. */
export type ValueGroup = {
  readonly ordersFrom: number;
  /** None: or more. */
  readonly ordersTo?: number;
  readonly customers: number;
  /** Mean probability that they may still buy. */
  readonly alive: number;
  /** Mean purchases in the twelve months to come. */
  readonly purchases: number;
  readonly value: Interval;
};

export type CustomerValue =
  | {
      readonly isKnown: true;
      readonly customers: number;
      readonly repeaters: number;
      readonly parameters: readonly Parameter[];
      /** False where the orders cannot tell that anybody leaves. */
      readonly doSomeLeave: boolean;
      /** Of how often and how much: the model of spend takes it to be near 0. */
      readonly correlation: number;
      /** Of all customers together. */
      readonly total: Interval;
      readonly groups: readonly ValueGroup[];
      readonly calibration: Calibration;
    }
  | {
      readonly isKnown: false;
      readonly customers: number;
      readonly repeaters: number;
      readonly reason: 'not_enough_data' | 'no_maximum' | 'no_mean';
      readonly message: string;
    };

/**
 * What customers will be worth in the twelve months after `end`, by BG/NBD and gamma-gamma, and how well the same models
 * told, from orders of the first two thirds of the time, who would buy in the last.
 */
export function customerValueOf(given: Purchases): CustomerValue {
  const histories = historiesUntil(given, given.end).map(({ history }) => history);
  const counts = {
    customers: histories.length,
    repeaters: histories.filter(({ frequency }) => frequency > 0).length,
  };
  const [bought, spent] = [fitBgNbd(histories), fitGammaGamma(histories)];
  if (!bought.ok) return { ...counts, ...notKnown(bought) };
  if (!spent.ok) return { ...counts, ...notKnown(spent) };
  const fit = { purchases: bought.value, spend: spent.value };
  return {
    ...{ isKnown: true, ...counts, parameters: parametersOf(fit) },
    ...{ doSomeLeave: fit.purchases.doSomeLeave, correlation: fit.spend.correlation },
    total: totalValueInterval(uniformOf(1), fit, histories, HORIZON, CONFIDENCE),
    groups: groupsOf(fit, histories),
    calibration: calibrationOf(given),
  };
}

type Refused = Extract<
  Result<unknown, { readonly code: 'not_enough_data' | 'no_maximum' | 'no_mean'; readonly message: string }>,
  { ok: false }
>;

function notKnown({ refusal: { code, message } }: Refused) {
  return { isKnown: false, reason: code, message } as const;
}

/** With the standard errors of their logarithms carried over (delta method). What is given and not estimated has none. */
function parametersOf({ purchases, spend }: { purchases: BgNbdFit; spend: GammaGammaFit }): Parameter[] {
  const { r, alpha, a, b } = purchases.model;
  const { p, q, gamma } = spend.model;
  const ofPurchases: Readonly<Record<string, number>> = purchases.doSomeLeave
    ? { r, alpha, a, b }
    : { r, alpha };
  const told = (values: Readonly<Record<string, number>>, { covariance }: BgNbdFit | GammaGammaFit) =>
    Object.entries(values).map(([name, estimate], place) => {
      const variance = covariance[place]?.[place] ?? Number.NaN;
      return { name, estimate, standardError: estimate * Math.sqrt(variance) };
    });
  return [...told(ofPurchases, purchases), ...told({ p, q, gamma }, spend)];
}

/** By the number of days on which they ordered: one, two, three, and so on. */
const GROUPS = [1, 2, 3, 4, 6, 10];
/** Of fewer, the interval of what they come to is not to be believed: they are counted with those above. */
const LEAST = 50;

function groupsOf(fit: ValueFit, histories: readonly PurchaseHistory[]): ValueGroup[] {
  const orders = ({ frequency }: PurchaseHistory) => frequency + 1;
  const { model } = fit.purchases;
  return beginningsOf(histories.map(orders)).map((ordersFrom, place, beginnings) => {
    const next = beginnings[place + 1];
    const some = histories.filter(
      (one) => orders(one) >= ordersFrom && (next === undefined || orders(one) < next),
    );
    const mean = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, value) => sum + value, 0) / some.length;
    return {
      ...{ ordersFrom, customers: some.length, ...(next === undefined ? {} : { ordersTo: next - 1 }) },
      value: totalValueInterval(uniformOf(2 + place), fit, some, HORIZON, CONFIDENCE),
      alive: mean(some.map((history) => probabilityAlive(model, history))),
      purchases: mean(purchasesOfMany(some, UNDISCOUNTED)(model)),
    };
  });
}

/** Where groups begin, so that each has enough customers. */
function beginningsOf(orders: readonly number[]): number[] {
  const countFrom = (from: number) => orders.filter((count) => count >= from).length;
  const beginnings: number[] = [];
  for (const from of GROUPS) {
    const before = beginnings.at(-1);
    if (before === undefined) beginnings.push(from);
    else if (countFrom(from) >= LEAST && countFrom(before) - countFrom(from) >= LEAST) beginnings.push(from);
  }
  return beginnings;
}
