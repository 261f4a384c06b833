import type { CurrencyCode } from '../../../kernel/index.ts';
import { type Db, type Tx, transact } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { readKnownDays } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import type { Answers } from '../question/question.ts';
import { lockAlert, noteJudged, selectAlerts } from '../store/alerts.ts';
import { insertFiring, selectOpenFiring, updateFiring } from '../store/firings.ts';
import type { Alert, AlertGrain, Firing } from './alert.ts';
import { type Episode, episodesOf } from './episodes.ts';
import { readSeries, type Series } from './read-series.ts';
import { daysNeeded, type Judged, judge } from './rule.ts';
import { isComplete, tellableAt } from './when.ts';

type Shop = { readonly zone: string; readonly currency: CurrencyCode; readonly now: Temporal.Instant };

/** What was missed while nobody looked is judged, so far back. */
const BACKLOG_DAYS: Readonly<Record<AlertGrain, number>> = { hour: 2, day: 14, week: 35 };

/**
 * Judges every alert whose hour, day or week is over and known, each once. What an alert cannot be asked stands at the
 * alert; the others are judged all the same.
 */
export async function evaluateAlerts(
  db: Db,
  answers: Pick<Answers, 'about' | 'series'>,
  { now, signal }: { readonly now: Temporal.Instant; readonly signal: AbortSignal },
): Promise<void> {
  const { timeZone: zone, defaultCurrency: currency } = await readShop(db);
  for (const alert of await selectAlerts(db)) {
    signal.throwIfAborted();
    if (isJudged(alert, { zone, now })) continue;
    await evaluate(db, answers, alert, { zone, currency, now });
  }
}

/** Nothing is over that was not judged. */
function isJudged(alert: Alert, { zone, now }: Omit<Shop, 'currency'>): boolean {
  return (
    alert.judgedTo !== '' &&
    !isComplete(nextAfter(alert.judgedTo, alert.grain), alert, { zone, knownTo: now })
  );
}

/** The one after it; in the night of the clocks this may be an hour that is none, which is over as soon as the next. */
function nextAfter(bucket: string, grain: AlertGrain): string {
  if (grain === 'hour')
    return `${Temporal.PlainDateTime.from(bucket).add({ hours: 1 }).toString().slice(0, 16)}`;
  return Temporal.PlainDate.from(bucket)
    .add({ days: grain === 'day' ? 1 : 7 })
    .toString();
}

async function evaluate(
  db: Db,
  answers: Pick<Answers, 'about' | 'series'>,
  alert: Alert,
  shop: Shop,
): Promise<void> {
  const { query, rule, grain } = alert;
  const to = shop.now.toZonedDateTimeISO(shop.zone).toPlainDate();
  const from = to.subtract({ days: BACKLOG_DAYS[grain] + daysNeeded(rule) });
  const about = answers.about({ kind: 'query', text: query });
  const isHidden = about.ok && about.value.hasCosts && !alert.maySeeCosts;
  const series = isHidden
    ? ({ ok: false, refusal: { code: 'costs_hidden', message: 'it tells what goods cost' } } as const)
    : await readSeries(answers, { query, grain, ...shop, from, to });
  if (!series.ok) {
    await noteJudged(db, alert.id, { to: alert.judgedTo, at: shop.now, problem: series.refusal.message });
    return;
  }
  // Without a first feeding nothing is known; from then on everything until it.
  const { points, asOf } = series.value;
  if (asOf === undefined) return;
  const known =
    rule.kind === 'anomaly' ? await readKnownDays(db, { from, to, language: alert.language }) : undefined;
  const over = judge(rule, points, known).flatMap((score, index) => {
    const point = points[index];
    return point !== undefined && isComplete(point.time, alert, { zone: shop.zone, knownTo: asOf })
      ? [{ point, score }]
      : [];
  });
  // A new alert begins with what was last: it says nothing of the past.
  const news =
    alert.judgedTo === '' ? over.slice(-1) : over.filter(({ point }) => point.time > alert.judgedTo);
  const last = news.at(-1);
  if (last === undefined) return;
  const judged = news.map(({ score }) => score);
  await transact(db, async (tx) => {
    const current = await lockAlert(tx, alert.id);
    // Changed or judged meanwhile: the next look judges it as it is now.
    if (current?.version !== alert.version || current.judgedTo !== alert.judgedTo) return;
    await keepEpisodes(tx, alert, judged, { ...shop, series: series.value });
    await noteJudged(tx, alert.id, { to: last.point.time, at: shop.now, problem: '' });
  });
}

async function keepEpisodes(
  tx: Tx,
  alert: Alert,
  judged: readonly (Judged | undefined)[],
  about: Shop & { readonly series: Series },
): Promise<void> {
  const { now } = about;
  const open = await selectOpenFiring(tx, alert.id);
  for (const [index, episode] of episodesOf(judged, open && asEpisode(open)).entries()) {
    const endedAt = episode.ended === undefined ? undefined : now;
    const { length } = episode;
    if (open !== undefined && index === 0) {
      // Who wanted peace until it was over has it.
      const isMissed = endedAt !== undefined && open.toldAt === undefined && isSnoozed(alert, now);
      const tellAt = isMissed ? undefined : open.tellAt;
      await updateFiring(tx, { id: open.id, length, ended: episode.ended?.time, endedAt, tellAt });
    } else {
      await insertFiring(tx, firingOf(alert, episode, about));
    }
  }
}

function isSnoozed({ snoozedUntil }: Alert, now: Temporal.Instant): boolean {
  return snoozedUntil !== undefined && Temporal.Instant.compare(now, snoozedUntil) < 0;
}

function asEpisode({ began, value, length }: Firing): Episode {
  return { began: { time: began, value, isOut: true }, length };
}

function firingOf(
  alert: Alert,
  { began, length, ended }: Episode,
  { zone, now, series }: Shop & { readonly series: Series },
): Firing {
  const { time, value, expected, low, high } = began;
  return {
    ...{ id: newId<'report_firing'>(), alertId: alert.id, began: time, value, expected, low, high, length },
    ...{ kind: series.measure.kind, currency: series.currency, beganAt: now },
    ...{ ended: ended?.time, endedAt: ended === undefined ? undefined : now },
    ...{ tellAt: tellableAt(alert, { zone, now }), toldAt: undefined, endingToldAt: undefined },
  };
}
