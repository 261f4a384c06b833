import { dailyAnomalies } from '../../../statistics/index.ts';

/** When a number is not as it should be. Amounts are in the currency's unit, shares of one. */
export type Rule =
  | { readonly kind: 'threshold'; readonly above?: number; readonly below?: number }
  /** Against the same hour, day or week of the week before. */
  | { readonly kind: 'change'; readonly direction: Direction; readonly percent: number }
  /** Of days only: out of what days like it are used to be. */
  | { readonly kind: 'anomaly'; readonly falseAlarms: FalseAlarms; readonly direction: Direction };

export type Direction = 'up' | 'down' | 'either';
/** About one false alarm in so long, while all days are ordinary. */
export type FalseAlarms = 'month' | 'quarter' | 'year';

/** Of so many ordinary days one is called odd. */
const DAYS: Readonly<Record<FalseAlarms, number>> = { month: 365.25 / 12, quarter: 365.25 / 4, year: 365.25 };
/** Eight weeks that shape a day, and as many days before it as one false alarm is to be among. */
const SHAPE_DAYS = 56;
const MEMORY_DAYS = 365;
/** In the place of days that are not like others; of more of them in a year, one alarm a year cannot be told. */
const KNOWN_DAYS = 90;

export type Point = {
  /** As reports over time name it: `2026-11-27`, `2026-11-27T15:00`. */
  readonly time: string;
  readonly value: number;
};

export type Judged = Point & {
  readonly isOut: boolean;
  /** What it was to be: the number a week before, or what days like it are. */
  readonly expected?: number;
  readonly low?: number;
  readonly high?: number;
};

/**
 * What the rule says of each point, by the points before it only; `undefined` where it cannot say: the week before is not
 * known, or there are too few days. False alarms of anomalies come at the rate that is stated while days are exchangeable
 * (see `dailyAnomalies`), and at most at that rate where only one direction counts. Days that nobody expects to be like
 * others are neither judged by it nor a measure for those after them.
 *
 * @param points without a gap
 * @param known those days, by their names
 */
export function judge(
  rule: Rule,
  points: readonly Point[],
  known: Pick<ReadonlyMap<string, string>, 'has'> = new Map(),
): readonly (Judged | undefined)[] {
  if (rule.kind === 'threshold') return points.map((point) => judgeThreshold(rule, point));
  if (rule.kind === 'change') return judgeChange(rule, points);
  return judgeAnomaly(rule, points, known);
}

/** How many days before a day have to be known. */
export function daysNeeded(rule: Rule): number {
  if (rule.kind === 'threshold') return 0;
  return rule.kind === 'change' ? 7 : SHAPE_DAYS + MEMORY_DAYS + KNOWN_DAYS;
}

/** Without fewer days the rule says nothing. */
export function fewestDays(rule: Rule): number {
  if (rule.kind !== 'anomaly') return daysNeeded(rule);
  return SHAPE_DAYS + Math.ceil(DAYS[rule.falseAlarms]) - 1;
}

function judgeThreshold(rule: Extract<Rule, { kind: 'threshold' }>, point: Point): Judged {
  const { above, below } = rule;
  const isOut = (above !== undefined && point.value > above) || (below !== undefined && point.value < below);
  return {
    ...point,
    isOut,
    ...(below === undefined ? {} : { low: below }),
    ...(above === undefined ? {} : { high: above }),
  };
}

function judgeChange(
  { direction, percent }: Extract<Rule, { kind: 'change' }>,
  points: readonly Point[],
): (Judged | undefined)[] {
  const known = new Map(points.map(({ time, value }) => [time, value]));
  return points.map((point) => {
    const before = known.get(weekBefore(point.time));
    // Nothing is no number of percent.
    if (before === undefined || before <= 0) return undefined;
    const reach = (before * percent) / 100;
    const bounds = {
      ...(direction === 'up' ? {} : { low: before - reach }),
      ...(direction === 'down' ? {} : { high: before + reach }),
    };
    return { ...point, expected: before, ...bounds, isOut: isOutside(point.value, bounds) };
  });
}

function judgeAnomaly(
  { direction, falseAlarms }: Extract<Rule, { kind: 'anomaly' }>,
  points: readonly Point[],
  known: Pick<ReadonlyMap<string, string>, 'has'>,
): (Judged | undefined)[] {
  const values = points.map(({ time, value }) => (known.has(time) ? Number.NaN : value));
  // What grows in percent has no negative numbers; what has, such as a day of refunds, is compared as it is.
  const scale = points.every(({ value }) => value >= 0) ? 'relative' : 'absolute';
  const scores = dailyAnomalies(values, {
    falseAlarmRate: 1 / DAYS[falseAlarms],
    scale,
    memory: MEMORY_DAYS,
  });
  return points.map((point, index) => {
    const score = scores[index];
    if (score === undefined) return undefined;
    const { expected, low, high, isAlarm } = score;
    const isAsked = direction === 'either' || (direction === 'up') === score.score > 0;
    const bounds = { ...(direction === 'up' ? {} : { low }), ...(direction === 'down' ? {} : { high }) };
    return { ...point, expected, ...bounds, isOut: isAlarm && isAsked };
  });
}

function isOutside(value: number, { low, high }: { readonly low?: number; readonly high?: number }): boolean {
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}

/** @example weekBefore('2026-11-27T15:00') // 2026-11-20T15:00 */
function weekBefore(time: string): string {
  const day = Temporal.PlainDate.from(time.slice(0, 10)).subtract({ days: 7 });
  return `${day}${time.slice(10)}`;
}
