import { monitorEventLoopDelay } from 'node:perf_hooks';
import { builtInKinds, lookFor } from '../../src/modules/decisions/index.ts';
import { fillItems } from '../../src/modules/inventory/index.ts';
import { readShop } from '../../src/modules/markets/index.ts';
import { reviewAllNeeds } from '../../src/modules/replenishment/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { makeGoods } from './forecast/make-goods.ts';
import { peakMb } from './harness/peak-memory.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

/** A Monday. */
const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const KINDS = ['reorder', 'transfer', 'expedite', 'split_order', 'mark_down', 'raise_price'] as const;
const MORE_KINDS = ['low_stock_promotion_off', 'stop_backorders', 'hide_product'] as const;

/**
 * The hourly look at what is to be ordered and at what is worth deciding, of 30,000 variants that are bought of twenty suppliers,
 * a quarter of which run low; then the same again, an hour later with nothing changed. `blocked99Ms`: how long other work of the
 * process waits meanwhile.
 */
export const scenario: Scenario = {
  name: 'needs',
  run: ({ products: variants = 30_000 }) =>
    withProductionDatabase(async (connection) => {
      await makeGoods(connection, variants);
      await makeSupply(connection);
      return measured(connection);
    }),
};

async function measured({ db }: Connection): Promise<Figures> {
  const kinds = builtInKinds({
    runAsk: async () => ({ ok: false, refusal: { code: 'analytics_away', message: '' } }),
  });
  const { signal } = new AbortController();
  const figures: Record<string, number> = { peakBeforeMb: await peakMb(process.pid) };
  const blocked = monitorEventLoopDelay({ resolution: 5 });
  blocked.enable();
  for (const [name, at] of [
    ['first', NOW],
    ['again', NOW.add({ hours: 1 })],
  ] as const) {
    let began = performance.now();
    const seconds = () => {
      const passed = (performance.now() - began) / 1_000;
      began = performance.now();
      return passed;
    };
    const processor = process.cpuUsage();
    figures[`${name}Needed`] = await reviewAllNeeds(db, { now: at, signal });
    const { user, system } = process.cpuUsage(processor);
    figures[`${name}NeedsSeconds`] = seconds();
    figures[`${name}NeedsProcessorSeconds`] = (user + system) / 1e6;
    for (const id of [...KINDS, ...MORE_KINDS]) {
      const kind = kinds.get(id);
      if (kind === undefined) throw new RangeError(`no kind ${id}`);
      figures[`${name}${id}New`] = (await lookFor(db, kind, at)).length;
      figures[`${name}${id}Seconds`] = seconds();
    }
  }
  return {
    ...figures,
    ...{ blocked99Ms: blocked.percentile(99) / 1e6, blockedMostMs: blocked.max / 1e6 },
    peakMb: await peakMb(process.pid),
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
    analyze`);
}
