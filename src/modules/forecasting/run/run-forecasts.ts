import type { Db } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { keepThreads, runInThread } from '../../../platform/threads/index.ts';
import type { AnalyticsClient } from '../../analytics/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { readShop } from '../../markets/index.ts';
import { calendarOf } from '../make/calendar.ts';
import type { Effects } from '../make/effects.ts';
import type { OwnForecast } from '../make/forecast-item.ts';
import type { ThreadSetUp } from '../make/forecast-items.thread.ts';
import { type Fit, fitBy, forecastTogether } from '../make/forecast-items.ts';
import { groupOf, type Item, type Past } from '../make/item.ts';
import type { LearnInput } from '../make/learn-effects.thread.ts';
import { readFingerprints, readGroupFactors, readPeers } from '../store/kept-forecasts.ts';
import { keepRun, readLearnt } from '../store/runs.ts';
import { keepGroups, removeOthers, testedText, writeForecasts } from '../store/write-forecasts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { orderOf, readFacts } from './item-facts.ts';
import type { ForecastItem, KnownItem } from './known-item.ts';
import { readGoods } from './read-goods.ts';
import { readHolidays } from './read-holidays.ts';
import { itemReader, PAGE, type Told } from './read-items.ts';

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
const THREADS = 2;
const [LEARN_HEAP_MB, HEAP_MB] = [256, 96];
const LEARN = new URL('../make/learn-effects.thread.ts', import.meta.url);
const FORECAST = new URL('../make/forecast-items.thread.ts', import.meta.url);

/**
 * Forecasts everything of the weeks from this one on. What has another past (or other plans) than before is read and worked out
 * in two threads beside everything else; of the rest nothing is read but the mark that says so. All of it is kept at once. What
 * goods have in common (effects, what fits them to their groups, how far all may be off) is learnt once a week, with all of them.
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
  const sources = { db, analytics, past, zone, goods: await readGoods(db) };
  const { order, factsOf, told } = await readTold(input, sources);
  const learnt = await readLearnt(db, firstDay);
  const factors = learnt && (await readGroupFactors(db, firstDay));
  const kept = factors ? await readFingerprints(db, firstDay) : new Map<string, string>();
  const isSame = ({ good, fingerprint }: Marked) => kept.get(good.variantId) === fingerprint;
  const changed = order.flatMap((id) => {
    const one = told(id);
    return one && !isSame(one) ? [one] : [];
  });
  const total = order.length;
  const done = (made: number) => report({ done: total - changed.length + made, total });
  const reader = await itemReader(sources);
  // What is known of goods is read of a page when it is its turn: that of all is more than fits into memory.
  const read = (page: readonly Marked[]) => reader(page.map(({ good }) => ({ good, facts: factsOf(good) })));
  const work = { past, changed, read, effects: factors && learnt?.effects, done };
  const made = await makeAll(db, work);
  if (made === undefined) return undefined;
  const { items, effects } = made;
  const doubt = learnt?.levelDoubt ?? 0;
  const together = factors
    ? { fit: await besideOthers(db, items, { factors, doubt }), groups: undefined, doubt }
    : forecastTogether(items);
  const outcome = { items: total, made: items.length };
  await db.transaction().execute(async (tx) => {
    await writeForecasts(tx, items, { ...together, firstDay, now });
    await removeOthers(tx, order);
    await keepGroups(tx, together.groups, { firstDay });
    const ofAll = { effects, levelDoubt: together.doubt };
    await keepRun(tx, { ...outcome, firstDay, beganAt: now, startedBy, ...ofAll });
    await tell(tx, 'forecasting.forecasts_made', { ...outcome, firstDay: firstDay.toString() });
  });
  await report({ done: total, total });
  return outcome;
}

type Marked = Pick<Told, 'good'> & { readonly fingerprint: string };
type Sources = Parameters<typeof readFacts>[0];

/** Everything that is forecast, the most wanted first, each with what is known of it. */
async function readTold({ analytics }: RunInput, sources: Sources) {
  const { past, goods } = sources;
  const span = { from: past.from, to: past.from.add({ days: 7 * past.weeks - 1 }) };
  const marks = await analytics.readDemandMarks(span);
  if (!marks.ok) throw new Error(marks.refusal.message);
  const factsOf = await readFacts(sources, marks.value);
  const told = (id: VariantId): Marked | undefined => {
    const good = goods.goods.get(id);
    if (good === undefined) return undefined;
    return { good, fingerprint: fingerprintOf(good, factsOf(good), past) };
  };
  return { order: orderOf(marks.value, goods), factsOf, told };
}

type Work = {
  readonly past: Past;
  readonly changed: readonly Marked[];
  readonly read: (page: readonly Marked[]) => Promise<KnownItem[]>;
  /** Learnt before, in this week. */
  readonly effects: Effects | undefined;
  readonly done: (made: number) => Promise<boolean>;
};

async function makeAll(
  db: Db,
  { past, changed, read, effects: before, done }: Work,
): Promise<{ readonly items: ForecastItem[]; readonly effects: Effects } | undefined> {
  const calendar = calendarOf(past, await readHolidays(db, past));
  const pages = Array.from({ length: Math.ceil(changed.length / PAGE) }, (_, page) =>
    changed.slice(page * PAGE, (page + 1) * PAGE),
  );
  let next = pages[0] && read(pages[0]);
  // The first page has what sells most: what all have in common shows there.
  const effects = before ?? (await learn((await next) ?? [], { weeks: past.weeks, calendar }));
  const setUp: ThreadSetUp = { effects, calendar, from: past.from.toString(), weeks: past.weeks };
  const threads = keepThreads<readonly Item[], OwnForecast[]>(FORECAST, {
    ...{ count: Math.min(THREADS, pages.length), setUp, heapMb: HEAP_MB },
  });
  const items: ForecastItem[] = [];
  const working = new Set<Promise<void>>();
  try {
    for (const [index, page] of pages.entries()) {
      const known = (await next) ?? [];
      const after = pages[index + 1];
      next = after && read(after);
      const making = threads.ask(known.map(({ item }) => item)).then((own) => {
        items.push(...madeOf(page, known, own));
      });
      const ended = making.finally(() => working.delete(ended));
      working.add(ended);
      // One more than there are threads, so that none waits for its page.
      if (working.size > THREADS) await Promise.race(working);
      if (!(await done(items.length))) return undefined;
    }
    await Promise.all(working);
  } finally {
    await Promise.allSettled([...working, next]);
    await threads.close();
  }
  return { items, effects };
}

function madeOf(
  page: readonly Marked[],
  known: readonly KnownItem[],
  own: readonly OwnForecast[],
): ForecastItem[] {
  return own.flatMap((made, index) => {
    const [of, marked] = [known[index], page[index]];
    if (of === undefined || marked === undefined) return [];
    const { variantId, category, brand } = of.item;
    const { good, places, channels } = of;
    const about = { good, places, channels, fingerprint: marked.fingerprint };
    // Lists show the method that is used; the others wait as text for their table.
    const own = { ...made, tested: made.tested.filter(({ isChosen }) => isChosen) };
    const tested = testedText(variantId, made.tested);
    return { ...about, item: { variantId, category, brand }, own, tested };
  });
}

function learn(page: readonly KnownItem[], learning: Omit<LearnInput, 'items'>): Promise<Effects> {
  const input: LearnInput = { ...learning, items: page.map(({ item }) => item) };
  return runInThread<Effects>(LEARN, input, { heapMb: LEARN_HEAP_MB });
}

/** Those that were made in a week that has begun: beside what their groups were fitted by. */
async function besideOthers(
  db: Db,
  items: readonly ForecastItem[],
  ofAll: { readonly factors: ReadonlyMap<string, Float64Array>; readonly doubt: number },
): Promise<Fit> {
  const fresh = new Set(items.flatMap(({ own, item }) => (own.demandClass === 'new' ? groupOf(item) : [])));
  return fitBy({ peers: await readPeers(db, [...fresh]), ...ofAll });
}
