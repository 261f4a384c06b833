import type { Db } from '../../../platform/database/index.ts';
import { calendarOf } from '../make/calendar.ts';
import type { DraftPage } from '../make/draft.ts';
import type { Effects } from '../make/effects.ts';
import { addGathered, type Gathered } from '../make/gathered.ts';
import type { LearntItem, Past } from '../make/item.ts';
import { type Drafts, insertDrafts } from '../store/drafts.ts';
import { type ForecastThreads, forecastThreads, THREADS } from './forecast-threads.ts';
import type { KnownItem } from './known-item.ts';
import { readHolidays } from './read-holidays.ts';

/** A page of what is to be forecast, with what says whether its past is another one. */
export type MarkedPage = readonly Marked[];
type Marked = Omit<KnownItem, 'item'> & { readonly item: LearntItem; readonly fingerprint: string };

export type Making = {
  readonly past: Past;
  /** Reads the next page; undefined when there is no more. */
  readonly next: () => Promise<MarkedPage | undefined>;
  /** Learnt before, in this week. */
  readonly effects: Effects | undefined;
  /** `false`: it is to stop. */
  readonly done: (made: number) => Promise<boolean>;
};

export type Made = {
  /** Forecasts that were made. */
  readonly count: number;
  readonly effects: Effects;
  readonly gathered: Gathered;
};

/** Goods that a thread is asked for at once: of a page that is read some wait, and few are on their way out. */
const AT_ONCE = 250;
/** Pages that sell most: what all have in common shows there. */
const LEARNT_PAGES = 2;

/**
 * Forecasts page by page in two threads: while they work on some, the next is read and the one before is kept. In memory are those
 * pages alone, and sums of all.
 *
 * @returns `undefined` when it was stopped
 */
export async function makeDrafts(db: Db, drafts: Drafts, making: Making): Promise<Made | undefined> {
  const { past, next, done } = making;
  const calendar = calendarOf(past, await readHolidays(db, past));
  const first: MarkedPage[] = [];
  while (first.length < (making.effects ? 1 : LEARNT_PAGES)) {
    const page = await next();
    if (page === undefined) break;
    first.push(page);
  }
  const gathered: Gathered = { groups: new Map(), foretold: [], fresh: new Set() };
  if (first.length === 0 && making.effects) return { count: 0, effects: making.effects, gathered };
  const threads = forecastThreads({ calendar, from: past.from.toString(), weeks: past.weeks });
  try {
    const effects = making.effects ?? (await threads.learn(first.flat().map(({ item }) => item)));
    const pages = { next: async () => first.shift() ?? (await next()) };
    const count = await draftAll({ pages, threads, effects, drafts, gathered, done });
    return count === undefined ? undefined : { count, effects, gathered };
  } finally {
    await threads.close();
  }
}

type Pipeline = {
  readonly pages: Pick<Making, 'next'>;
  readonly threads: ForecastThreads;
  readonly effects: Effects;
  readonly drafts: Drafts;
  readonly gathered: Gathered;
  readonly done: Making['done'];
};

async function draftAll(pipeline: Pipeline): Promise<number | undefined> {
  const { pages, threads, effects, drafts, gathered, done } = pipeline;
  let count = 0;
  let coming = pages.next();
  let before: Promise<void> = Promise.resolve();
  const working = new Set<Promise<void>>();
  const keep = async (page: MarkedPage, made: Promise<DraftPage>) => {
    // In the order in which they were read, so that sums are the same every time.
    const [answer] = await Promise.all([made, before]);
    addGathered(gathered, answer.gathered);
    await insertDrafts(drafts, rowsOf(page, answer));
    count += page.length;
  };
  try {
    for (let page = await coming; page !== undefined; page = await coming) {
      coming = pages.next();
      for (let from = 0; from < page.length; from += AT_ONCE) {
        const some = page.slice(from, from + AT_ONCE);
        const items = some.map(({ item }) => item);
        before = keep(some, threads.draft(items, effects));
        const ended: Promise<void> = before.finally(() => working.delete(ended));
        working.add(ended);
        // Who waits for the last of them hears of it: each fails with the one before it.
        ended.catch(() => undefined);
        // One more than there are threads, so that none waits for its goods.
        if (working.size > THREADS) await Promise.race(working);
        if (!(await done(count))) return undefined;
      }
    }
    await before;
  } finally {
    await Promise.allSettled([...working, coming]);
  }
  return count;
}

function rowsOf(page: MarkedPage, { drafts }: DraftPage) {
  return page.flatMap(({ good, places, channels, fingerprint }, index) => {
    const draft = drafts[index];
    return draft === undefined ? [] : [{ good, places, channels, draft, fingerprint }];
  });
}
