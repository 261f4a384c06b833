import type { Db } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { runInThread } from '../../../platform/threads/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import { readShop } from '../../markets/index.ts';
import { type Fit, factorsOf, fitBy } from '../make/forecast-items.ts';
import type { Gathered, Together } from '../make/gathered.ts';
import type { Past } from '../make/item.ts';
import { type Drafts, readDraftPeers, withDrafts } from '../store/drafts.ts';
import { fitDrafts } from '../store/fits.ts';
import { keepGroups } from '../store/groups.ts';
import { readFingerprints, readGroupFactors, readPeers } from '../store/kept-forecasts.ts';
import { publishDrafts } from '../store/publish.ts';
import { keepRun, readLearnt } from '../store/runs.ts';
import { makeDrafts } from './make-drafts.ts';
import { readGoods } from './read-goods.ts';
import { readMarked } from './read-marked.ts';

export type RunInput = {
  readonly db: Db;
  readonly analytics: Pick<AnalyticsClient, 'readDemand' | 'readDemandMarks'>;
  readonly now: Temporal.Instant;
  readonly startedBy: string;
  /** `false`: it is to stop, and nothing is kept. */
  readonly report: (progress: { readonly done: number; readonly total: number }) => Promise<boolean>;
};

export type RunOutcome = { readonly items: number; readonly made: number };

/** Three years. */
const WEEKS = 156;
const TOGETHER_HEAP_MB = 128;
const TOGETHER = new URL('../make/fit-together.thread.ts', import.meta.url);

/**
 * Forecasts everything of the weeks from this one on. What has another past (or other plans) than before is read and worked out
 * page by page in two threads beside everything else; of the rest nothing is read but the mark that says so. Forecasts wait in tables
 * of the run's own connection until all are known and fitted, and are put in place in one transaction: whoever reads has the run
 * before or this one, and of a run that ends in between nothing is left. What goods have in common (effects, what fits
 * them to their groups, how far all may be off) is learnt once a week, with all of them.
 *
 * @returns `undefined` when it was stopped
 * @throws Error when the warehouse does not answer
 */
export async function runForecasts(input: RunInput): Promise<RunOutcome | undefined> {
  const { db, now, report } = input;
  const { timeZone: zone } = await readShop(db);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const firstDay = today.subtract({ days: today.dayOfWeek - 1 });
  const past: Past = { from: firstDay.subtract({ days: 7 * WEEKS }), weeks: WEEKS };
  const learnt = await readLearnt(db, firstDay);
  const factors = learnt && (await readGroupFactors(db, firstDay));
  const kept = factors ? await readFingerprints(db, firstDay) : undefined;
  const sources = { db, analytics: input.analytics, past, zone, goods: await readGoods(db) };
  const { order, changed, next } = await readMarked(sources, kept);
  const total = order.length;
  return withDrafts(db, async (drafts) => {
    const done = (made: number) => report({ done: total - changed + made, total });
    const made = await makeDrafts(db, drafts, { past, next, effects: factors && learnt?.effects, done });
    if (made === undefined) return undefined;
    const { effects, gathered } = made;
    const doubt = learnt?.levelDoubt ?? 0;
    const together = factors ? undefined : await fitTogether(gathered);
    const fit = together
      ? await amongAll(drafts, gathered, together)
      : await besideOthers(db, gathered, { factors: factors ?? new Map(), doubt });
    if (!(await fitDrafts(drafts, fit, () => done(made.count)))) return undefined;
    const outcome = { items: total, made: made.count };
    await drafts.session.transaction().execute(async (tx) => {
      await publishDrafts(tx, order, { firstDay, now });
      await keepGroups(tx, together?.groups, firstDay);
      const ofAll = { effects, levelDoubt: together?.doubt ?? doubt };
      await keepRun(tx, { ...outcome, firstDay, beganAt: now, startedBy: input.startedBy, ...ofAll });
      await tell(tx, 'forecasting.forecasts_made', { ...outcome, firstDay: firstDay.toString() });
    });
    await report({ done: total, total });
    return outcome;
  });
}

function fitTogether(gathered: Gathered): Promise<Together> {
  return runInThread<Together>(TOGETHER, gathered, { heapMb: TOGETHER_HEAP_MB });
}

async function amongAll(drafts: Drafts, { fresh }: Gathered, together: Together): Promise<Fit> {
  const peers = await readDraftPeers(drafts, fresh);
  return fitBy({ peers, factors: factorsOf(together), doubt: together.doubt });
}

/** Those that were made in a week that has begun: beside what their groups were fitted by. */
async function besideOthers(
  db: Db,
  { fresh }: Gathered,
  ofAll: { readonly factors: ReadonlyMap<string, Float64Array>; readonly doubt: number },
): Promise<Fit> {
  return fitBy({ peers: await readPeers(db, [...fresh]), ...ofAll });
}
