import { type CurrencyCode, ok, type Result } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type Measure, readKnownDays } from '../../analytics/index.ts';
import type { AnswerRefusal, Answers } from '../question/question.ts';
import type { Alert } from './alert.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { readSeries } from './read-series.ts';
import { daysNeeded, fewestDays, type Judged, judge, type Point } from './rule.ts';
import { isComplete } from './when.ts';

export type AlertPreview = {
  readonly points: readonly (Point & Partial<Judged>)[];
  /** Those that would have begun in the last 90 days. */
  readonly episodes: readonly Episode[];
  readonly measure: Pick<Measure, 'id' | 'kind'>;
  readonly currency: CurrencyCode | undefined;
  /** Of points there were too few days to judge; of how many days before it the rule speaks. */
  readonly unjudged: number;
  readonly daysNeeded: number;
  /** Days that are not judged as nobody expects them to be like others, with why. */
  readonly known: readonly { readonly time: string; readonly why: string }[];
};

const SHOWN_DAYS = 90;

/** What an alert would have done in the last 90 days, by the same rules that it is judged by. */
export async function previewAlert(
  { db, answers }: { readonly db: Db; readonly answers: Pick<Answers, 'series'> },
  alert: Pick<Alert, 'query' | 'rule' | 'grain' | 'graceMinutes' | 'language'>,
  shop: { readonly zone: string; readonly currency: CurrencyCode; readonly now: Temporal.Instant },
): Promise<Result<AlertPreview, AnswerRefusal>> {
  const { query, rule, grain } = alert;
  const to = shop.now.toZonedDateTimeISO(shop.zone).toPlainDate();
  const from = to.subtract({ days: SHOWN_DAYS });
  const days = { from: from.subtract({ days: daysNeeded(rule) }), to };
  const series = await readSeries(answers, { query, grain, ...shop, ...days });
  if (!series.ok) return series;
  const { points, measure, currency, asOf = shop.now } = series.value;
  const why =
    rule.kind === 'anomaly'
      ? await readKnownDays(db, { ...days, language: alert.language })
      : new Map<string, string>();
  const judged = judge(rule, points, why);
  const shown = points.flatMap((point, index) => {
    const isShown = point.time.slice(0, 10) >= from.toString();
    return isShown && isComplete(point.time, alert, { zone: shop.zone, knownTo: asOf })
      ? [{ point, score: judged[index] }]
      : [];
  });
  return ok({
    points: shown.map(({ point, score }) => score ?? point),
    episodes: episodesOf(shown.map(({ score }) => score)),
    ...{ measure, currency, daysNeeded: fewestDays(rule) },
    unjudged: shown.filter(({ point, score }) => score === undefined && !why.has(point.time)).length,
    known: shown.flatMap(({ point: { time } }) => {
      const text = why.get(time);
      return text === undefined ? [] : [{ time, why: text }];
    }),
  });
}
