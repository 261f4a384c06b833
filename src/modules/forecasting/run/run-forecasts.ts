import type { Db } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { runInThread } from '../../../platform/threads/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import type { Effects } from '../make/effects.ts';
import type { OwnForecast } from '../make/forecast-item.ts';
import type { ThreadInput } from '../make/forecast-items.thread.ts';
import { forecastTogether } from '../make/forecast-items.ts';
import type { Past } from '../make/item.ts';
import type { LearnInput } from '../make/learn-effects.thread.ts';
import { type KeptOwn, readOwn } from '../store/own-forecasts.ts';
import { keepRun } from '../store/runs.ts';
import { keepForecasts } from '../store/write-forecasts.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { ForecastItem, KnownItem } from './known-item.ts';
import { readGoods } from './read-goods.ts';
import { readItems } from './read-items.ts';

export type RunInput = {
  readonly db: Db;
  readonly analytics: Pick<AnalyticsClient, 'readDemand'>;
  readonly now: Temporal.Instant;
  readonly startedBy: string;
  /** `false`: it is to stop, and nothing is kept. */
  readonly report: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
};

export type RunOutcome = { readonly items: number; readonly made: number };

/** Three years. */
const WEEKS = 156;
const THREADS = 2;
const LEARN = new URL('../make/learn-effects.thread.ts', import.meta.url);
const FORECAST = new URL('../make/forecast-items.thread.ts', import.meta.url);

/**
 * Forecasts everything of the weeks from this one on: demand is read page by page, what has another past than before is worked
 * out in two threads beside everything else, and all of it is kept at once.
 *
 * @returns `undefined` when it was stopped
 * @throws Error when the warehouse does not answer
 */
export async function runForecasts(input: RunInput): Promise<RunOutcome | undefined> {
  const { db, analytics, now, startedBy, report } = input;
  const { timeZone: zone } = await readShop(db);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const firstDay = today.subtract({ days: today.dayOfWeek - 1 });
  const past: Past = { from: firstDay.subtract({ days: 7 * WEEKS }), weeks: WEEKS };
  const goods = await readGoods(db);
  const [total, kept] = [goods.goods.size, await readOwn(db, firstDay)];
  const runs: ForecastItem[] = [];
  const working = new Set<Promise<void>>();
  let effects: Effects | undefined;
  for await (const page of readItems({ db, analytics, past, zone, goods })) {
    // The first page has what sells most: what all have in common shows there.
    effects ??= await learn(page, past);
    const work = forecastPage(page, { past, effects, kept }).then((made) => void runs.push(...made));
    const ended = work.finally(() => working.delete(ended));
    working.add(ended);
    if (working.size >= THREADS) await Promise.race(working);
    if (!(await report({ done: runs.length, total }))) {
      await Promise.allSettled(working);
      return undefined;
    }
  }
  await Promise.all(working);
  const { forecasts, groups, shop } = forecastTogether(runs);
  const outcome = { items: runs.length, made: runs.filter(({ isMade }) => isMade).length };
  await db.transaction().execute(async (tx) => {
    await keepForecasts(tx, { runs, forecasts, groups: [...groups, shop], past, firstDay, now });
    await keepRun(tx, { ...outcome, firstDay, beganAt: now, startedBy });
    await tell(tx, 'forecasting.forecasts_made', { ...outcome, firstDay: firstDay.toString() });
  });
  await report({ done: total, total });
  return outcome;
}

function learn(page: readonly KnownItem[], { from, weeks }: Past): Promise<Effects> {
  const input: LearnInput = { items: page.map(({ item }) => item), from: from.toString(), weeks };
  return runInThread<Effects>(LEARN, input);
}

async function forecastPage(
  page: readonly KnownItem[],
  about: { readonly past: Past; readonly effects: Effects; readonly kept: ReadonlyMap<string, KeptOwn> },
): Promise<ForecastItem[]> {
  const { past, effects, kept } = about;
  const told = page.map((known) => ({ ...known, fingerprint: fingerprintOf(known.item, past) }));
  const isKept = ({ item, fingerprint }: (typeof told)[number]) =>
    kept.get(item.variantId)?.fingerprint === fingerprint;
  const changed = told.filter((one) => !isKept(one));
  const input: ThreadInput = {
    ...{ items: changed.map(({ item }) => item), effects },
    ...{ from: past.from.toString(), weeks: past.weeks },
  };
  const made = changed.length === 0 ? [] : await runInThread<OwnForecast[]>(FORECAST, input);
  const byId = new Map(made.map((own) => [own.variantId, own]));
  return told.flatMap((one) => {
    const own = byId.get(one.item.variantId) ?? kept.get(one.item.variantId)?.own;
    return own ? { ...one, own, isMade: byId.has(one.item.variantId) } : [];
  });
}
