import { type CurrencyCode, ok, type Result } from '../../../kernel/index.ts';
import type { Measure } from '../../analytics/index.ts';
import { sizeOf } from '../digest/number-text.ts';
import type { AnswerRefusal, Answers } from '../question/question.ts';
import type { AlertGrain } from './alert.ts';
import type { Point } from './rule.ts';

export type Series = {
  readonly points: readonly Point[];
  readonly measure: Pick<Measure, 'id' | 'kind'>;
  readonly currency: CurrencyCode | undefined;
  readonly asOf: Temporal.Instant | undefined;
};

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** What the warehouse gives of hours at once. */
const MOST_HOURLY_DAYS = 30;

/** The number of a query in every hour, day or week of these days, none left out. */
export async function readSeries(
  answers: Pick<Answers, 'series'>,
  asked: Days & {
    readonly query: string;
    readonly grain: AlertGrain;
    readonly currency: CurrencyCode;
    readonly zone: string;
  },
): Promise<Result<Series, AnswerRefusal>> {
  const { query, grain, to, zone } = asked;
  const known = new Map<string, number>();
  let series: Series | undefined;
  for (const span of spansOf(asked, grain === 'hour' ? MOST_HOURLY_DAYS : 10_000)) {
    const answer = await answers.series(query, { span, grain, today: to, currency: asked.currency });
    if (!answer.ok) return answer;
    const { rows, totals, measures, asOf } = answer.value;
    const [measure] = measures;
    if (measure === undefined) throw new TypeError('a query without a number was answered');
    const currency = measure.kind === 'money' ? (totals[0]?.currency ?? asked.currency) : undefined;
    for (const { of, values } of rows) {
      known.set(of['time'] ?? '', sizeOf(values[measure.id], measure.kind, currency));
    }
    series = { points: [], measure, currency, asOf };
  }
  if (series === undefined) throw new RangeError('a series of no days');
  // Where nothing happened at all there are no rows, and nothing is a number too.
  const points = bucketsOf(asked, grain, zone).map((time) => ({ time, value: known.get(time) ?? 0 }));
  return ok({ ...series, points });
}

function spansOf({ from, to }: Days, most: number): Days[] {
  const spans: Days[] = [];
  for (let first = from; Temporal.PlainDate.compare(first, to) <= 0; first = first.add({ days: most })) {
    const last = first.add({ days: most - 1 });
    spans.push({ from: first, to: Temporal.PlainDate.compare(last, to) < 0 ? last : to });
  }
  return spans;
}

function bucketsOf({ from, to }: Days, grain: AlertGrain, zone: string): string[] {
  const buckets: string[] = [];
  const first = grain === 'week' ? from.subtract({ days: from.dayOfWeek - 1 }) : from;
  for (
    let day = first;
    Temporal.PlainDate.compare(day, to) <= 0;
    day = day.add({ days: grain === 'week' ? 7 : 1 })
  ) {
    if (grain === 'hour') buckets.push(...hoursOf(day, zone));
    else buckets.push(day.toString());
  }
  return buckets;
}

/** An hour that the clocks leave out is none; one that they repeat is one. */
function hoursOf(day: Temporal.PlainDate, zone: string): string[] {
  return Array.from({ length: 24 }, (_, hour) => hour)
    .filter((hour) => {
      const local = day.toZonedDateTime({
        timeZone: zone,
        plainTime: Temporal.PlainTime.from({ hour, minute: 59 }),
      });
      return local.hour === hour && local.toPlainDate().equals(day);
    })
    .map((hour) => `${day}T${String(hour).padStart(2, '0')}:00`);
}
