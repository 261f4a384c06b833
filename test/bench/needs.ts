import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ok } from '../../src/kernel/index.ts';
import type { AnalyticsClient } from '../../src/modules/analytics/index.ts';
import { builtInKinds, lookFor } from '../../src/modules/decisions/index.ts';
import { fillItems } from '../../src/modules/inventory/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import {
  listHealth,
  listNeeds,
  reviewAllNeeds,
  reviewHealth,
  summariseHealth,
} from '../../src/modules/replenishment/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { makeGoods } from './forecast/make-goods.ts';
import { peakMb } from './harness/peak-memory.ts';
import { withLargeShop } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

/** A Monday. */
const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const KINDS = ['reorder', 'transfer', 'expedite', 'split_order', 'mark_down', 'raise_price'] as const;
const MORE_KINDS = ['low_stock_promotion_off', 'stop_backorders', 'hide_product'] as const;
const YEAR_DAYS = 364;
const [PAGE, TIMES] = [51, 40];

/**
 * The hourly look at what is to be ordered and at what is worth deciding, of 30,000 variants that are bought of twenty suppliers,
 * a quarter of which run low and two of which have a minimum that is not reached; then the same again, an hour later with nothing
 * changed; the nightly look at the health of stock; and what its screens read. `blockedMs`: how long other work of the process
 * waits meanwhile at the most, and how long 99 times of 100.
 */
export const scenario: Scenario = {
  name: 'needs',
  run: ({ products: variants = 30_000 }) =>
    withLargeShop(
      async (connection) => {
        await makeGoods(connection, variants);
        await makeSupply(connection);
      },
      (connection) => measured(connection),
    ),
};

async function measured(connection: Connection): Promise<Figures> {
  const { db, pool } = connection;
  await pool.query('truncate replenishment.need, replenishment.stock_health; analyze');
  const kinds = builtInKinds({
    runAsk: async () => ({ ok: false, refusal: { code: 'analytics_away', message: '' } }),
  });
  const { signal } = new AbortController();
  const figures: Record<string, number> = { peakBeforeMb: await peakMb(process.pid) };
  for (const [name, at] of [
    ['first', NOW],
    ['again', NOW.add({ hours: 1 })],
  ] as const) {
    const needs = await watched(async () => reviewAllNeeds(db, { now: at, signal }));
    Object.assign(figures, named(`${name}Needs`, needs.figures), { [`${name}Needed`]: needs.value });
    for (const id of [...KINDS, ...MORE_KINDS]) {
      const kind = kinds.get(id);
      if (kind === undefined) throw new RangeError(`no kind ${id}`);
      const began = performance.now();
      figures[`${name}${id}New`] = (await lookFor(db, kind, at)).length;
      figures[`${name}${id}Seconds`] = (performance.now() - began) / 1_000;
    }
  }
  const analytics = await demandOf(connection);
  const looked = await watched(() => reviewHealth({ db, analytics }, { now: NOW, signal }));
  return {
    ...{ ...figures, ...named('health', looked.figures), ...(await readFigures(connection)) },
    peakMb: await peakMb(process.pid),
  };
}

/** Seconds of the clock and of the processor, and how long other work waited. */
async function watched<Value>(work: () => Promise<Value>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const [began, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  const figures = {
    ...{ Seconds: (performance.now() - began) / 1_000, ProcessorSeconds: (user + system) / 1e6 },
    ...{ Blocked99Ms: delay.percentile(99) / 1e6, BlockedMostMs: delay.max / 1e6 },
  };
  delay.disable();
  return { value, figures };
}

function named(name: string, figures: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).map(([of, value]) => [`${name}${of}`, value]));
}

/** What screens read: of each the time that 95 of 100 take at the most. */
async function readFigures({ reads }: Connection): Promise<Figures> {
  const [last] = await listNeeds(reads, { limit: 1 });
  const after = last && ([String(last.valueMinor), last.variantId] as const);
  const read = {
    needs: () => listNeeds(reads, { limit: PAGE }),
    needsOn: () => listNeeds(reads, { limit: PAGE, after }),
    allNeeds: () => listNeeds(reads, { limit: PAGE, isAll: true }),
    healthByOver: () => listHealth(reads, { sort: 'over', limit: PAGE }),
    healthByValue: () => listHealth(reads, { sort: 'value', limit: PAGE }),
    healthSummary: () => summariseHealth(reads),
  };
  const figures: Record<string, number> = {};
  for (const [name, one] of Object.entries(read)) {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      await one();
      times.push(performance.now() - began);
    }
    figures[`${name}P95Ms`] = times.toSorted((a, b) => a - b)[Math.ceil(TIMES * 0.95) - 1] ?? 0;
  }
  return figures;
}

/** Sales of a year as the warehouse would tell of them, from every day to every hundredth. */
async function demandOf({ pool }: Connection): Promise<Pick<AnalyticsClient, 'readDemand'>> {
  const { rows } = await pool.query<{ id: string }>('select id from catalog.variant order by id');
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const of = (variantId: string) => {
    const every = 1 + ((places.get(variantId) ?? 0) % 100);
    const days = Array.from({ length: Math.floor(YEAR_DAYS / every) }, (_, time) => time * every);
    const units = days.length;
    const channels = [{ origin: '', units, weeks: [], pieces: [] }];
    return { variantId, units, days, pieces: days.map(() => 1), prices: days.map(() => 900), channels };
  };
  const all = rows.map(({ id }) => ({ id, units: of(id).units }));
  const sorted = all.toSorted((one, other) => other.units - one.units || (one.id < other.id ? -1 : 1));
  const ids = sorted.map(({ id }) => id);
  return {
    readDemand: async ({ after, variantIds, limit }) => {
      const from = after === undefined ? 0 : ids.indexOf(after.variantId) + 1;
      return ok((variantIds ?? ids.slice(from, from + limit)).map(of));
    },
  };
}

/** Prices, forecasts and suppliers by statements, as the night and many desks would have left them. */
async function makeSupply({ db, pool }: Connection): Promise<void> {
  await fillItems(db, { signal: new AbortController().signal });
  const { defaultCurrency: currency } = await readShop(db);
  await pool.query(`
    create temp table bench_goods as
      select id, product_id, row_number() over (order by id)::int as n from catalog.variant;
    insert into pricing.price (variant_id, currency, amount_minor, changed_at)
      select id, '${currency}', 500 + 37 * (n % 200), timestamptz '2026-06-01'
      from bench_goods;
    insert into purchasing.supplier (id, name, currency, locale, lead_days, made_at)
      select gen_random_uuid(), 'Supplier ' || n, '${currency}', 'en', 7 + n, now()
      from generate_series(1, 20) n;
    create temp table bench_supplier as select id, row_number() over (order by name)::int - 1 as n from purchasing.supplier;
    insert into purchasing.source (supplier_id, variant_id, pack_size)
      select s.id, g.id, 1 + g.n % 6 from bench_goods g join bench_supplier s on s.n = g.n % 20;
    insert into purchasing.price_break (supplier_id, variant_id, from_quantity, price_minor)
      select supplier_id, variant_id, step.from_quantity, step.price * (500 + 37 * (g.n % 200)) / 100
      from purchasing.source join bench_goods g on g.id = variant_id,
        (values (1, 50), (50, 45)) step (from_quantity, price);
    insert into forecasting.forecast (variant_id, product_id, title, options, sku, category, words, demand_class, method,
      is_enough, first_day, weeks, variances, price, weekdays, history, reasons, places, channels, fingerprint,
      next_4, next_4_low, next_4_high, next_13, next_13_low, next_13_high, flags, made_at)
    select id, product_id, 'Goods ' || n, '', '', '', '', 'smooth', 'median', true, '2026-11-23',
      array_fill(each, array[53]), (select array_agg(each * w * 1.3 order by w) from generate_series(1, 53) w),
      1000, array_fill(1 / 7.0::float8, array[7]), array_fill(each, array[20]), '[]', '{}', '{}', 'bench',
      0, 0, 0, 0, 0, 0, '{}', now()
    from (select *, (0.4 + (n % 50) * 0.4)::float8 as each from bench_goods) g;
    update inventory.level set on_hand = case when n % 4 = 0 then n % 7 else 20 + 3 * (n % 50) end
      from bench_goods g where g.id = variant_id;
    update purchasing.supplier set order_minimum_minor = 100000000000 where name = 'Supplier 1';
    update purchasing.supplier set order_minimum_pieces = 1000000 where name = 'Supplier 2';
    analyze`);
}
