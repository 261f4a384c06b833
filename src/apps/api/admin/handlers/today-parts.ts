import { ranked, readOpen } from '../../../../modules/decisions/index.ts';
import { readTroubledRuns } from '../../../../modules/exchange/index.ts';
import { countLevels, listLevels, readLocations } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import { ORDER_QUEUES, type Queue, readMentions, readOrderQueues } from '../../../../modules/orders/index.ts';
import { readFindings } from '../../../../modules/pagewatch/index.ts';
import { readDisputes, readRefundsToSend } from '../../../../modules/payments/index.ts';
import type { Answer } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { readDeadLetters } from '../../../../platform/jobs/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { todayEndpoints } from '../contract/today.ts';

export type Part = Answer<typeof todayEndpoints.readToday>['parts'][number];
type Item = Part['items'][number];

type Source = {
  readonly permission: string;
  readonly read: (db: Db, now: Temporal.Instant) => Promise<readonly Part[]>;
};

const SHOWN = 5;
const BEST = 3;
const MOST = 100;
const TROUBLE_DAYS = 7;

/** What waits, by who may see it. */
export const PARTS: readonly Source[] = [
  { permission: 'orders:read', read: orderParts },
  { permission: 'payments:read', read: async (db) => [await disputesPart(db), await refundsPart(db)] },
  { permission: 'decisions:read', read: async (db, now) => [await decisionsPart(db, now)] },
  { permission: 'stock:read', read: async (db) => [await lowStockPart(db)] },
  { permission: 'products:write', read: async (db, now) => [await importsPart(db, now)] },
  { permission: 'settings:read', read: async (db) => [await lettersPart(db), await pagesPart(db)] },
];

export async function mentionsPart(db: Db, memberId: string): Promise<Part> {
  const found = await readMentions(db, { memberId, limit: MOST + 1 });
  return part(
    'mentions',
    found.map(({ eventId, orderId, orderNumber, text, at }) => {
      return { id: String(eventId), orderId, title: orderNumber, detail: text, at: at.toString() };
    }),
  );
}

async function orderParts(db: Db): Promise<Part[]> {
  const queues = await readOrderQueues(db);
  return ORDER_QUEUES.map((name) => {
    const { count, isCapped, first } = queues[name];
    return { name, count, isCapped, items: first.map(waiting) };
  });
}

function waiting({
  id,
  orderId,
  orderNumber,
  name,
  at,
  amountMinor,
  currency,
}: Queue['first'][number]): Item {
  const amount =
    currency === undefined || amountMinor === undefined ? undefined : amountsIn(currency)(amountMinor);
  return { id, orderId, title: orderNumber, detail: name, at: at.toString(), amount };
}

async function disputesPart(db: Db): Promise<Part> {
  const found = await readDisputes(db, { isWaiting: true, limit: MOST + 1 });
  return part(
    'disputes',
    found.map(({ id, orderId, reason, amountMinor, currency, evidenceDueAt, provider }) => ({
      ...{ id, orderId, title: reason, detail: provider, at: evidenceDueAt?.toString() },
      amount: amountsIn(currency)(amountMinor),
    })),
  );
}

async function refundsPart(db: Db): Promise<Part> {
  const found = await readRefundsToSend(db, MOST + 1);
  return part(
    'refunds_to_send',
    found.map(({ id, amountMinor, currency, at }) => {
      return { id, title: id, detail: '', at: at.toString(), amount: amountsIn(currency)(amountMinor) };
    }),
  );
}

/** The best three of what is worth deciding, with what they are expected to bring. */
async function decisionsPart(db: Db, now: Temporal.Instant): Promise<Part> {
  const [open, { timeZone: zone }] = await Promise.all([readOpen(db), readShop(db)]);
  const best = ranked(open, { now, zone }).slice(0, BEST);
  const items = best.map(({ id, subject, proposedAt, predicted: { valueMinor, currency } }) => {
    const amount = amountsIn(currency)(valueMinor);
    return { id, title: subject.label, detail: '', at: proposedAt.toString(), amount };
  });
  return { name: 'decisions', count: Math.min(open.length, MOST), isCapped: open.length > MOST, items };
}

async function lowStockPart(db: Db): Promise<Part> {
  const [count, scarcest, places] = await Promise.all([
    countLevels(db, { state: 'low' }, MOST + 1),
    listLevels(db, { state: 'low', sort: 'scarcest', limit: SHOWN }),
    readLocations(db),
  ]);
  const items = scarcest.map(({ item, available, locationId }) => {
    const place = places.find(({ id }) => id === locationId)?.name ?? '';
    const title = [item.title, item.options].filter((text) => text !== '').join(' · ');
    return { id: `${item.variantId} ${locationId}`, title, detail: `${available} · ${place}` };
  });
  return { name: 'low_stock', count: Math.min(count, MOST), isCapped: count > MOST, items };
}

async function importsPart(db: Db, now: Temporal.Instant): Promise<Part> {
  const since = now.subtract({ hours: 24 * TROUBLE_DAYS });
  const found = await readTroubledRuns(db, { since, limit: MOST + 1 });
  return part(
    'imports',
    found.map(({ id, fileName, errors, finishedAt }) => {
      return { id, title: fileName, detail: String(errors), at: finishedAt.toString() };
    }),
  );
}

async function lettersPart(db: Db): Promise<Part> {
  const found = await readDeadLetters(db, MOST + 1);
  return part(
    'dead_letters',
    found.map(({ id, reaction, job, error, diedAt }) => {
      return { id: String(id), title: reaction || job, detail: error.slice(0, 200), at: diedAt.toString() };
    }),
  );
}

async function pagesPart(db: Db): Promise<Part> {
  const found = await readFindings(db, { isOpen: true, limit: MOST + 1 });
  return part(
    'pages',
    found.map(({ id, page, subject, change, foundAt }) => {
      return { id, title: `${page} · ${subject}`, detail: change, at: foundAt.toString() };
    }),
  );
}

function part(name: Part['name'], found: readonly Item[]): Part {
  const items = found.slice(0, SHOWN);
  return { name, count: Math.min(found.length, MOST), isCapped: found.length > MOST, items };
}
