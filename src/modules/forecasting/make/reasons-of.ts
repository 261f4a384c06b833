import type { Reason } from '../forecast/reason.ts';
import type { PriceEffect } from './effects.ts';

const QUARTER = 13;
/** A weekday that differs less is told by the chart of weekdays. */
const NOTABLE_WEEKDAY = 0.2;
const YEAR_DAYS = 364;
const NOTABLE_DAYS = 7;

/** In words what went into a forecast: of the next quarter, against the year or the quarter behind. */
export function reasonsOf(learnt: {
  readonly firstDay: Temporal.PlainDate;
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  readonly price: PriceEffect;
  /** Pieces of weeks behind and ahead, months and prices taken out. */
  readonly behind: Float64Array;
  readonly ahead: Float64Array;
  readonly daysOut: number;
}): Reason[] {
  const { price, daysOut } = learnt;
  return [
    ...monthReasons(learnt),
    ...weekdayReason(learnt.weekdays),
    { kind: 'price', change: price.change, effect: price.effect },
    ...trendReason(learnt),
    ...(daysOut >= NOTABLE_DAYS
      ? [{ kind: 'out_of_stock', days: daysOut, effect: daysOut / (YEAR_DAYS - daysOut) } as const]
      : []),
  ];
}

/** The months of the next quarter, the one that changes most of it first. */
function monthReasons({ firstDay, months }: Parameters<typeof reasonsOf>[0]): Reason[] {
  const coming = new Set<number>();
  for (let week = 0; week < QUARTER; week += 1) coming.add(firstDay.add({ days: 7 * week + 3 }).month);
  return [...coming].map((month) => ({ kind: 'month', month, effect: (months[month - 1] ?? 1) - 1 }));
}

function weekdayReason(weekdays: readonly number[]): Reason[] {
  const effects = weekdays.map((share, index) => ({ weekday: index + 1, effect: 7 * share - 1 }));
  const [most] = effects.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  return most && Math.abs(most.effect) >= NOTABLE_WEEKDAY ? [{ kind: 'weekday', ...most }] : [];
}

function trendReason({ behind, ahead }: Parameters<typeof reasonsOf>[0]): Reason[] {
  const was = meanOf(behind.subarray(Math.max(0, behind.length - QUARTER)));
  const is = meanOf(ahead.subarray(0, QUARTER));
  return was > 0 ? [{ kind: 'trend', effect: is / was - 1 }] : [];
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
