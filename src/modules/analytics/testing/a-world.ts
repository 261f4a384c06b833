import assert from 'node:assert/strict';
import type { OrderFacts } from '../facts/sources.ts';
import {
  aHistoryLine,
  aLine,
  anEntry,
  anOrder,
  aPosting,
  aSpend,
  moment,
  type PlantedEvent,
} from './planted.ts';

export type Random = () => number;

// SHA-256 of an address, as a guest's key and an import have it.
const GUEST = 'e'.repeat(64);
const HANDLED = ['[{"item_id":"cup"},{"item_id":"hat"}]', '[{"item_id":"hat"}]'];

/** A shop's half month: orders of few customers, and visits with campaigns, pauses, late and repeated events. */
export function aWorld(random: Random) {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] ?? assert.fail();
  const at = () =>
    moment('2026-03-20T00:00:00Z')
      .add({ seconds: Math.floor(random() * 15 * 86_400) })
      .toString();
  const orders = Array.from({ length: 15 }, (_, n) =>
    anOrder({
      ...{
        orderId: `order-${String(n).padStart(2, '0')}`,
        market: pick(['eu', 'us']),
        country: pick(['DE', 'FR']),
      },
      customerKey: pick(['anna', 'ben', 'cleo', '']) || undefined,
      lines: [aLine(`order-${String(n).padStart(2, '0')}`, 1, pick(['cup', 'hat']))],
    }),
  );
  const entries = Array.from({ length: 60 }, () => {
    const kind = pick(['sale', 'sale', 'credit', 'cost'] as const);
    const line = random() < 0.2 ? { lineId: undefined } : {};
    const amounts = {
      grossMinor: BigInt(Math.floor(random() * 9_999)),
      discountMinor: BigInt(Math.floor(random() * 99)),
    };
    return anEntry({ orderId: pick(orders).orderId, at: at(), kind, quantity: 1, ...line, ...amounts });
  });
  const postings = entries.map(({ postedAt, orderId, grossMinor }) =>
    aPosting({ at: postedAt.toString(), orderId, account: 'sales', amountMinor: -grossMinor }),
  );
  // What was taken, disputed and lost: the rows of a transaction may come in two pages.
  for (const [n, { orderId, postedAt }] of entries.entries()) {
    const kind = MOVES[n % MOVES.length] ?? 'capture';
    const about = {
      at: postedAt.toString(),
      orderId,
      kind,
      reference: `pay ${n % 7}`,
      transactionId: 10_000n + BigInt(n),
    };
    postings.push(aPosting({ ...about, account: 'provider:stripe', amountMinor: 950n }));
    postings.push(aPosting({ ...about, account: 'fees', amountMinor: 50n }));
    postings.push(aPosting({ ...about, account: 'receivable', amountMinor: -1_000n }));
  }
  const events = Array.from({ length: 250 }, (_, n): PlantedEvent => {
    const name = pick([
      'page_view',
      'page_view',
      'view_item',
      'add_to_cart',
      'begin_checkout',
      'purchase',
      ...TOLD,
    ]);
    const minute = Math.floor(random() * 12) * 17;
    const day = 20 + Math.floor(random() * 4);
    const campaign =
      random() < 0.15 ? { source: pick(['news', 'ads']), medium: 'email', campaign: pick(['a', 'b']) } : {};
    const order = name === 'purchase' ? { order_id: pick(orders).orderId } : {};
    const when = moment(`2026-03-${day}T22:00:00Z`).add({ minutes: minute });
    const visit = {
      visitor: pick(['v1', 'v2', 'v3', 'v4', 'v5', 'v6']),
      path: pick(['/', '/cup']),
      ...(name === 'search' ? { search_term: pick(['cup', 'Cup ', 'hat']), results: pick([0, 3]) } : {}),
      ...(name === 'web_vital' ? { metric: pick(['LCP', 'CLS']), metric_value: random() * 3 } : {}),
      ...(/^(view_item|add_to_cart)$/.test(name) ? { items: HANDLED[n % 2] } : {}),
      ...(name === 'user_engagement' ? { engaged_ms: pick([900, 12_000]) } : {}),
      ...campaign,
      ...order,
    };
    return { id: `event-${String(n).padStart(3, '0')}`, at: when.toString(), name, ...visit };
  });
  const parts = [...Map.groupBy(events, ({ at: when }) => when.slice(8, 10))].flatMap(([day, ofDay]) => {
    const cut = Math.floor(random() * ofDay.length);
    // The second part repeats some of the first.
    return [ofDay.slice(0, cut + 5), ofDay.slice(cut)].map((part, n) => ({
      name: `d${day}-${n}`,
      events: part,
    }));
  });
  const later = ({ orderId, customerKey }: Pick<OrderFacts, 'orderId' | 'customerKey'>) => {
    if (customerKey === undefined) return { customerKey: 'dora', country: 'AT' };
    return orderId.endsWith('3') ? { customerKey: `guest:${GUEST}` } : {};
  };
  const history = Array.from({ length: 24 }, (_, n) => {
    // Three lines are an import of two documents; refunds are of the first.
    const importId = Math.floor(n / 3);
    const kind = pick(['sale', 'sale', 'refund'] as const);
    return aHistoryLine({
      ...{ at: at(), importId, document: `${importId}/${n % 2}`, kind, quantity: pick([1, 2, -1]) },
      ...(kind === 'refund' ? { order: 'elsewhere:0/0' } : {}),
      ...{ class: pick(['goods', 'goods', 'tax', 'fee']), sku: pick(['cup-1', 'hat-1', 'pot-9', '']) },
      ...{
        amountMillionths: BigInt(Math.floor(random() * 9e7)),
        country: pick(['DE', 'US', 'CH', '']) || undefined,
      },
      ...{ customer: pick([GUEST, '17850', '']) || undefined },
      ...(random() < 0.5 ? { costMillionths: 3_333_333n } : {}),
    });
  });
  const spend = Array.from({ length: 12 }, (_, n) =>
    aSpend({
      ...{ on: `2026-03-${20 + (n % 5)}`, importId: n % 2, origin: pick(['google_ads', 'meta']), clicks: n },
      ...{ amountMillionths: BigInt(Math.floor(random() * 9e6)), campaign: pick(['a', 'b']) },
    }),
  );
  return { orders, entries, postings, parts, history, spend, later };
}

const MOVES = ['capture', 'capture', 'fee', 'dispute_opened', 'dispute_lost', 'sale'];
const TOLD = ['search', 'search', 'web_vital', 'user_engagement'];

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
