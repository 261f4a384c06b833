import { fitBgNbd, type Interval, meanInterval, purchasesOfMany } from '../../../statistics/index.ts';
import { historiesUntil, type Purchases } from './purchases.ts';

/** How well what was expected came true. */
export type Calibration =
  | {
      readonly isKnown: true;
      /** The orders that were learnt from ended so many days before the last. */
      readonly holdoutDays: number;
      readonly learntDays: number;
      readonly predicted: number;
      readonly actual: number;
      readonly groups: readonly CalibrationGroup[];
    }
  | { readonly isKnown: false; readonly message: string };

/** Customers with so many repeat purchases in the time that was learnt from; purchases a customer in the time after. */
export type CalibrationGroup = {
  readonly frequency: number;
  /** The last group is of this frequency and above. */
  readonly isMore: boolean;
  readonly customers: number;
  readonly predicted: number;
  readonly actual: Interval;
};

const MOST_FREQUENCY = 7;
/** Of fewer customers nothing is told by itself: they are counted with those who bought less often. */
const LEAST = 20;
const MOST_HOLDOUT = 182;
const CONFIDENCE = 0.95;

/** The models are fitted to the first part of the time, and asked what the last part brings: a third, at most half a year. */
export function calibrationOf(given: Purchases): Calibration {
  const { end, days } = given;
  const first = days.reduce((least, day) => Math.min(least, day), end);
  const holdoutDays = Math.min(MOST_HOLDOUT, Math.floor((end - first) / 3));
  const split = end - holdoutDays;
  const customers = historiesUntil(given, split);
  const fit = fitBgNbd(customers.map(({ history }) => history));
  if (!fit.ok) return { isKnown: false, message: fit.refusal.message };
  const most = mostFrequency(customers.map(({ history }) => history.frequency));
  const horizon = { length: holdoutDays, discountRate: 0 };
  const expected = purchasesOfMany(
    customers.map(({ history }) => history),
    horizon,
  )(fit.value.model);
  const told = customers.map(({ history, later }, place) => ({
    frequency: Math.min(history.frequency, most),
    predicted: expected[place] ?? Number.NaN,
    later,
  }));
  const groups = [...Map.groupBy(told, ({ frequency }) => frequency)]
    .sort(([one], [other]) => one - other)
    .flatMap(([frequency, some]) => groupOf(frequency, frequency === most, some));
  return {
    ...{ isKnown: true, holdoutDays, learntDays: split - first, groups },
    predicted: told.reduce((sum, { predicted }) => sum + predicted, 0),
    actual: told.reduce((sum, { later }) => sum + later, 0),
  };
}

/** The highest with enough customers at it and above. */
function mostFrequency(frequencies: readonly number[]): number {
  let most = 0;
  while (most < MOST_FREQUENCY && frequencies.filter((one) => one > most).length >= LEAST) most += 1;
  return most;
}

type Told = { readonly predicted: number; readonly later: number };

function groupOf(frequency: number, isMore: boolean, some: readonly Told[]): CalibrationGroup[] {
  const mean = some.reduce((sum, { later }) => sum + later, 0) / some.length;
  const variance = some.reduce((sum, { later }) => sum + (later - mean) ** 2, 0) / (some.length - 1);
  const actual = meanInterval({ count: some.length, mean, variance }, CONFIDENCE);
  if (actual === undefined) return [];
  return [
    {
      ...{ frequency, isMore, customers: some.length, actual },
      predicted: some.reduce((sum, { predicted }) => sum + predicted, 0) / some.length,
    },
  ];
}
