import { asideDayOf, type PastEvent, putAside, QUARANTINE_DAYS } from '../../../modules/collector/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { randomFor } from '../../random.ts';
import { type AsideReason, type AsideVisit, asideVisits } from '../aside.ts';
import { drawHex } from '../shopper.ts';
import type { TradeDay } from '../trade.ts';
import { ORIGIN } from './origin.ts';

type Counted = { readonly day: Temporal.PlainDate; readonly reason: AsideReason; count: number };

/** Counts day by day what was put aside in a past, and keeps those events that are still in quarantine on its end. */
export function asideBook({
  seed,
  lastDay,
}: {
  readonly seed: number;
  readonly lastDay: Temporal.PlainDate;
}) {
  const counts = new Map<string, Counted>();
  const held: (PastEvent & { readonly reason: AsideReason })[] = [];
  const heldFrom = lastDay.subtract({ days: QUARANTINE_DAYS - 1 });
  return {
    add: (traded: Pick<TradeDay, 'date' | 'aside'>): void => {
      for (const visit of asideVisits(traded, seed)) {
        const arrivedAt = Temporal.Instant.fromEpochMilliseconds(visit.at);
        const day = asideDayOf(arrivedAt);
        const key = `${day} ${visit.reason}`;
        const known = counts.get(key);
        if (known) known.count += 1;
        else counts.set(key, { day, reason: visit.reason, count: 1 });
        if (Temporal.PlainDate.compare(day, heldFrom) < 0) continue;
        held.push({ reason: visit.reason, ...eventOf(visit, arrivedAt, seed, held.length) });
      }
    },
    write: (db: Db): Promise<void> =>
      db.transaction().execute((tx) => putAside(tx, { origin: ORIGIN, days: [...counts.values()], held })),
  };
}

const BROWSERS: Readonly<Record<AsideReason, Readonly<Record<'browser' | 'os', string>>>> = {
  user_agent: { browser: 'Chrome', os: 'Linux' },
  headless: { browser: 'Chrome Headless', os: 'Linux' },
  staff: { browser: 'Firefox', os: 'Windows' },
};

function eventOf(visit: AsideVisit, arrivedAt: Temporal.Instant, seed: number, place: number): PastEvent {
  const random = randomFor(seed, `trade:held:${place}`);
  const digits = drawHex(random, 28);
  const id = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(16)}`;
  const { path, reason } = visit;
  return {
    event: { id, name: 'page_view', happenedAt: arrivedAt, path, market: 'eu', items: [], data: {} },
    about: {
      ...{ mode: 'cookieless', visitor: drawHex(random, 32), device: 'desktop', hasGpc: false, arrivedAt },
      ...{ ...BROWSERS[reason], country: reason === 'staff' ? 'DE' : 'US' },
    },
  };
}
