import type { Reason } from '../forecast/reason.ts';
import type { Calendar } from './calendar.ts';
import type { GroupEffects, WeekFactors } from './effects.ts';
import type { Past } from './item.ts';

const QUARTER = 13;
/** A weekday that differs less is told by the chart of weekdays. */
const NOTABLE_WEEKDAY = 0.2;
const YEAR_DAYS = 364;
const NOTABLE_DAYS = 7;

export type Learnt = Pick<WeekFactors, 'price' | 'promotions'> & {
  readonly past: Past;
  readonly calendar: Calendar;
  readonly effect: GroupEffects;
  readonly weekdays: readonly number[];
  /** Pieces of weeks behind and ahead, calendar, promotions and prices taken out. */
  readonly behind: Float64Array;
  readonly ahead: Float64Array;
  readonly daysOut: number;
};

/** In words what went into a forecast: of the next quarter, against the year or the quarter behind. */
export function reasonsOf(learnt: Learnt): Reason[] {
  const { price, promotions, daysOut } = learnt;
  return [
    ...monthReasons(learnt),
    ...holidayReason(learnt),
    ...promotions.map(({ name, times }) => ({ kind: 'promotion', text: name, effect: times - 1 }) as const),
    ...weekdayReason(learnt.weekdays),
    { kind: 'price', change: price.change, effect: price.effect },
    ...trendReason(learnt),
    ...(daysOut >= NOTABLE_DAYS
      ? [{ kind: 'out_of_stock', days: daysOut, effect: daysOut / (YEAR_DAYS - daysOut) } as const]
      : []),
  ];
}

/** The months of the next quarter, the one that changes most of it first. */
function monthReasons({ past, calendar, effect }: Learnt): Reason[] {
  const coming = new Set(calendar.months.slice(past.weeks, past.weeks + QUARTER));
  return [...coming].map((month) => ({
    kind: 'month',
    month,
    effect: (effect.months[month - 1] ?? 1) - 1,
  }));
}

/** The week of the next quarter that has most of public holidays. */
function holidayReason({ past, calendar, effect }: Learnt): Reason[] {
  if (effect.holiday === 0) return [];
  const coming = calendar.holidays.slice(past.weeks, past.weeks + QUARTER);
  const most = Math.max(...coming);
  const day = past.from.add({ days: 7 * (past.weeks + coming.indexOf(most)) });
  return [{ kind: 'holiday', from: day.toString(), effect: Math.expm1(effect.holiday * most) }];
}

function weekdayReason(weekdays: readonly number[]): Reason[] {
  const effects = weekdays.map((share, index) => ({ weekday: index + 1, effect: 7 * share - 1 }));
  const [most] = effects.toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
  return most && Math.abs(most.effect) >= NOTABLE_WEEKDAY ? [{ kind: 'weekday', ...most }] : [];
}

function trendReason({ behind, ahead }: Learnt): Reason[] {
  const was = meanOf(behind.subarray(Math.max(0, behind.length - QUARTER)));
  const is = meanOf(ahead.subarray(0, QUARTER));
  return was > 0 ? [{ kind: 'trend', effect: is / was - 1 }] : [];
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
