import { ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { AnalyticsClient, ReportAnswer } from '../../analytics/index.ts';
import { kpiOf, measuresOf, type Term } from '../kpi.ts';
import { endOf } from '../period.ts';
import type { Target, TargetId } from '../target.ts';
import { type CourseDay, courseOf } from './course.ts';
import { type Pace, type PaceAsked, paceOf } from './pace.ts';

type Source = Pick<AnalyticsClient, 'runAsk'>;
type Refused = Extract<Awaited<ReturnType<Source['runAsk']>>, { readonly ok: false }>['refusal'];
type At = { readonly now: Temporal.Instant; readonly zone: string };

/** Three years of seasons, and half a year that is fitted; of older periods what is in them too. */
const DAYS_BACK = 1_300;
/** What can be asked for at once. */
const MOST_DAYS = 3_650;
/** A share is kept in millionths. */
const SHARE = 1_000_000;

export type Paces = {
  readonly paces: ReadonlyMap<TargetId, Pace>;
  readonly asOf: Temporal.Instant | undefined;
};

/** How far each target is; one question for those of one market and currency together. */
export async function readPaces(
  source: Source,
  targets: readonly Target[],
  at: At,
): Promise<Result<Paces, Refusal<Refused['code']>>> {
  const groups = Map.groupBy(targets, ({ market, currency }) => JSON.stringify([market, currency]));
  const answers = await Promise.all(
    [...groups.values()].map(async (group) => ({ group, answer: await readDays(source, group, at) })),
  );
  const paces = new Map<TargetId, Pace>();
  let asOf: Temporal.Instant | undefined;
  for (const { group, answer } of answers) {
    if (!answer.ok) return answer;
    asOf ??= answer.value.asOf;
    for (const target of group) paces.set(target.id, paceOf(askedOf(target, answer.value, at)));
  }
  return ok({ paces, asOf });
}

/** The way to one target, day by day. */
export async function readCourse(
  source: Source,
  target: Target,
  at: At,
): Promise<Result<readonly CourseDay[], Refusal<Refused['code']>>> {
  const answer = await readDays(source, [target], at);
  return answer.ok ? ok(courseOf(askedOf(target, answer.value, at))) : answer;
}

function readDays({ runAsk }: Source, targets: readonly Target[], at: At) {
  const [{ market = '', currency } = {}] = targets;
  const today = todayOf(at);
  const back = Math.max(DAYS_BACK, ...targets.map(({ startsOn }) => startsOn.until(today).days));
  return runAsk({
    measures: [...new Set(targets.flatMap(({ kpi }) => measuresOf(kpiOf(kpi))))],
    ...{
      by: [],
      where: [],
      grain: 'day',
      span: { from: today.subtract({ days: Math.min(back, MOST_DAYS) }), to: today },
    },
    ...(market === '' ? {} : { market }),
    ...(currency === undefined ? {} : { currency }),
  });
}

function askedOf(target: Target, { rows }: ReportAnswer, at: At): PaceAsked {
  const kpi = kpiOf(target.kpi);
  const scale = kpi.unit === 'share' ? SHARE : 1;
  const part = rows.map((row) => scale * amountOf(row, kpi.part));
  const whole = kpi.whole && rows.map((row) => amountOf(row, kpi.whole ?? []));
  const today = todayOf(at);
  // Before the first of it the shop was not there, or not counted.
  const begun = part.findIndex((value, day) => value !== 0 || (whole?.[day] ?? 0) !== 0);
  const first = begun < 0 ? Math.max(rows.length - 1, 0) : begun;
  const past = (values: readonly number[]) => values.slice(first, -1);
  const days = past(part).length;
  const dayOf = (day: Temporal.PlainDate) => days - day.until(today).days;
  return {
    ...{ kpi, target: Number(target.amount), from: dayOf(target.startsOn), to: dayOf(endOf(target)) },
    past: { part: past(part), ...(whole ? { whole: past(whole) } : {}) },
    firstWeekday: today.subtract({ days }).dayOfWeek,
    today: {
      ...{ part: part.at(-1) ?? 0, over: overOf(at) },
      ...(whole ? { whole: whole.at(-1) ?? 0 } : {}),
    },
  };
}

function amountOf({ values }: ReportAnswer['rows'][number], terms: readonly Term[]): number {
  return terms.reduce((sum, { measure, sign }) => sum + sign * Number(values[measure] ?? 0), 0);
}

function todayOf({ now, zone }: At): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

/** How much of today is over, of one; a day of the clocks' change has other hours. */
function overOf({ now, zone }: At): number {
  const moment = now.toZonedDateTimeISO(zone);
  const begins = moment.startOfDay();
  const hours = begins.until(begins.add({ days: 1 }), { largestUnit: 'hour' }).total('hours');
  return begins.until(moment, { largestUnit: 'hour' }).total('hours') / hours;
}
