import { collectorJobs, openCollector, type Sender } from '../../src/modules/collector/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import type { FileStore } from '../../src/platform/files/index.ts';
import { newId } from '../../src/platform/id.ts';
import { enqueue, runDueJobs } from '../../src/platform/jobs/index.ts';

const BROWSERS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
];
const CAME = [
  '',
  '',
  '?utm_source=google&utm_medium=cpc&utm_campaign=brand',
  '?utm_source=news&utm_medium=email',
];
const COUNTRIES = ['DE', 'DE', 'FR', 'AT', 'GB'];
const TERMS = [
  ...[
    ['mug', 12],
    ['blanket', 4],
    ['umbrella', 0],
    ['gift card', 2],
    ['teapot', 0],
  ],
] as const;

type Told = {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly second: number;
};

/** mulberry32: the same visits for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Visits of the last days by people who are not there, taken in and logged by the collector as if their browsers had told of
 * them. `orders`: ids of orders that were bought in some of them.
 */
export async function visitTheShop(
  connection: Connection,
  files: FileStore,
  input: {
    readonly visits: number;
    readonly days: number;
    readonly handles: readonly string[];
    readonly orders: readonly string[];
  },
): Promise<void> {
  const { visits, days, handles, orders } = input;
  const random = randomOf(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const collector = openCollector(connection);
  const now = Temporal.Now.instant();
  for (let number = 0; number < visits; number += 1) {
    const agoSeconds = Math.floor(random() ** 1.5 * days * 86_400) + 60;
    const order = orders[number];
    const sender: Sender = {
      ...{ kind: 'server', mode: 'cookieless', visitor: `visitor-${number}` },
      ...{ userAgent: pick(BROWSERS), country: pick(COUNTRIES) },
    };
    const told = visitOf({ random, pick, handles, order });
    const events = told.map(({ name, params, second }) => {
      const happenedAt = now.subtract({ seconds: Math.max(0, agoSeconds - second) });
      return { id: newId(), name, happenedAt, params: { market: 'eu', language: 'en', ...params } };
    });
    const taken = await collector.collect({ events, sender, now });
    if (!taken.ok || taken.value.refused.length > 0) throw new Error(JSON.stringify(taken));
  }
  await collector.close();
  await connection.db.transaction().execute((tx) => enqueue(tx, 'collector.log_events', {}));
  await runDueJobs({ connection, files, jobs: collectorJobs });
}

function visitOf(of: {
  readonly random: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly handles: readonly string[];
  readonly order: string | undefined;
}): Told[] {
  const { random, pick, handles, order } = of;
  const told: Told[] = [];
  let second = 0;
  const page = (path: string, seconds: number) => ({ page_location: `https://shop.example${path}`, seconds });
  const tell = (name: string, at: ReturnType<typeof page>, more = {}) =>
    told.push({ name, second, params: { page_location: at.page_location, ...more } });
  const leave = (at: ReturnType<typeof page>) => {
    second += Math.round(at.seconds);
    tell('user_engagement', at, { engagement_time_msec: Math.round(at.seconds * 1_000) });
    tell('web_vital', at, { metric: 'LCP', metric_value: Math.round(900 + random() ** 3 * 4_200) });
    tell('web_vital', at, { metric: 'CLS', metric_value: Number((random() ** 3 * 0.4).toFixed(4)) });
    tell('web_vital', at, { metric: 'TTFB', metric_value: Math.round(120 + random() ** 2 * 900) });
    if (random() < 0.5)
      tell('web_vital', at, { metric: 'INP', metric_value: Math.round(40 + random() ** 3 * 600) });
    second += 1;
  };
  const first = page((random() < 0.6 ? '/' : `/products/${pick(handles)}`) + pick(CAME), 3 + random() * 40);
  tell('page_view', first);
  leave(first);
  if (order === undefined && random() < 0.35) return told;
  if (random() < 0.3) {
    const search = page('/search', 5 + random() * 10);
    const [search_term, results] = pick(TERMS);
    tell('page_view', search);
    tell('search', search, { search_term, results });
    leave(search);
    if (order === undefined && random() < 0.3) return told;
  }
  const steps: readonly (readonly [string, string, number])[] = [
    [`/products/${pick(handles)}`, 'view_item', 0.55],
    ['/cart', 'add_to_cart', 0.6],
    ['/checkout', 'begin_checkout', 0.7],
  ];
  for (const [path, name, goesOn] of steps) {
    const at = page(path, 5 + random() * 60);
    tell('page_view', at);
    tell(name, at);
    leave(at);
    if (order === undefined && random() > goesOn) return told;
  }
  if (order !== undefined) tell('purchase', page('/checkout', 1), { transaction_id: order });
  return told;
}
