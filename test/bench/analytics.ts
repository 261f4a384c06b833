import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectOk } from '../../src/kernel/index.ts';
import {
  type Analytics,
  openAnalytics,
  REPORTS,
  type ReportParameters,
  runReport,
} from '../../src/modules/analytics/index.ts';
import { SCHEMA_VERSION } from '../../src/modules/analytics/warehouse/schema.ts';
import { makeYear } from './analytics-year.ts';
import type { Figures } from './harness/scenario.ts';
import { quantile } from './harness/summary.ts';

const ZONE = 'UTC';
const MEMORY_MB = 1_024;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

/**
 * Every standard report on a year of visits, by the day of its last month and by the month of all of it, each compared with
 * the same span of the year before: 10,000,000 events, or as many as `BENCH_EVENTS` says. `BENCH_WAREHOUSE` is a folder in which
 * the year stays for the next time; it is then not made again.
 */
export const scenario = {
  name: 'analytics',
  run: async (): Promise<Figures> => {
    const events = Number(process.env['BENCH_EVENTS'] ?? 10_000_000);
    const kept = process.env['BENCH_WAREHOUSE'];
    const folder = kept ?? (await mkdtemp(join(tmpdir(), 'institor-bench-')));
    try {
      const began = performance.now();
      await makeYear({ folder, events, zone: ZONE, memoryMb: MEMORY_MB });
      const madeSeconds = (performance.now() - began) / 1_000;
      const analytics = await openAnalytics({
        folder,
        zone: ZONE,
        memoryMb: MEMORY_MB,
        sources: NOTHING_NEW,
      });
      const figures = await measure(analytics);
      await analytics.close();
      const { size } = await stat(join(folder, `${SCHEMA_VERSION}.duckdb`));
      return { events, ...figures, fileMb: Math.round(size / 2 ** 20), madeSeconds };
    } finally {
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(analytics: Analytics): Promise<Figures> {
  const month: ReportParameters = { span: spanOf('2026-12-01', '2026-12-31'), compare: 'previous' };
  const year: ReportParameters = { span: spanOf('2026-01-01', '2026-12-31'), grain: 'month' };
  const ofMonth = await timesOf(analytics, month);
  const ofYear = await timesOf(analytics, year);
  const all = [...ofMonth, ...ofYear].flatMap(({ times }) => times).toSorted((a, b) => a - b);
  const slowest = ofYear.map(({ id, times }) => [`${id}YearMs`, quantile(times, 0.5)] as const);
  return {
    p50Ms: quantile(all, 0.5),
    p95Ms: quantile(all, 0.95),
    ...Object.fromEntries(slowest.toSorted(([, a], [, b]) => b - a).slice(0, 5)),
  };
}

async function timesOf(analytics: Analytics, parameters: ReportParameters) {
  const found = [];
  for (const { id } of REPORTS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const { rows } = expectOk(await runReport(analytics, id, parameters));
      times.push(performance.now() - began);
      if (rows.length === 0) throw new Error(`${id} has no rows: nothing was measured`);
    }
    found.push({ id, times: times.toSorted((a, b) => a - b) });
  }
  return found;
}

function spanOf(from: string, to: string) {
  return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
}

const NOTHING_NEW = {
  salesEntries: async () => [],
  postings: async () => [],
  paymentTries: async () => [],
  returnedLines: async () => [],
  orderFacts: async () => [],
  markets: async () => [],
  spend: { revision: async () => ({ revision: 0n, lastId: 0n }), rows: async () => [] },
  goods: {
    revision: async () => 0n,
    changed: async () => ({ isAll: true, pages: (async function* () {})() }),
  },
  stock: { revision: async () => 0n, variants: async () => [] },
  history: { revision: async () => 0n, texts: async function* () {}, payments: async () => [] },
  eventParts: {
    revision: async () => 0n,
    list: async () => [],
    open: async () => {
      throw new Error('there are no parts');
    },
  },
  channelOf: () => 'Direct',
};
