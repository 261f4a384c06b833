import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { ok } from '../../src/kernel/index.ts';
import { runForecasts } from '../../src/modules/forecasting/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { makeGoods } from './forecast/make-goods.ts';
import { peakMb } from './harness/peak-memory.ts';
import { withProductionDatabase } from './harness/production-database.ts';
import type { Figures, Scenario } from './harness/scenario.ts';

const NOW = Temporal.Instant.from('2026-11-25T03:00:00Z');
const [FROM, DAYS] = ['2023-11-27', 156 * 7];
const PROGRAM = join(import.meta.dirname, 'forecast/demand-owner.ts');

/**
 * The night's forecasts as a shop makes them: 30,000 variants with three years of days, read from the warehouse in a process of
 * its own, worked out in two threads and written to PostgreSQL; then the same night again, when one variant of a hundred has
 * sold one piece more. `peakRssMb` is this process alone: the shop's, which makes the forecasts.
 */
export const scenario: Scenario = {
  name: 'forecast-module',
  run: ({ products: variants = 30_000 }) =>
    withProductionDatabase(async (connection, folder) => {
      const variantIds = await makeGoods(connection, variants);
      return measured(connection, folder, variantIds);
    }),
};

async function measured(
  connection: Connection,
  folder: string,
  variantIds: readonly string[],
): Promise<Figures> {
  const child = fork(PROGRAM, [folder, FROM, String(DAYS)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: string) => void>();
  let count = 0;
  child.on('message', (text: string) => {
    const end = text.indexOf(' ');
    waiting.get(Number(text.slice(0, end)))?.(text.slice(end + 1));
  });
  const ask = async (ask: string, asked: object = {}) => {
    count += 1;
    const id = count;
    const answered = new Promise<string>((resolve) => waiting.set(id, resolve));
    child.send(JSON.stringify({ id, ask, asked }));
    const text = await answered;
    waiting.delete(id);
    return text === '' ? undefined : JSON.parse(text);
  };
  const analytics = {
    readDemand: async (asked: object) => ok(await ask('demand', asked)),
    readDemandMarks: async (asked: object) => ok(await ask('demand_marks', asked)),
  };
  await ask('make', variantIds);
  // As the shop's own process runs (scripts/memory-flags.mjs).
  setFlagsFromString('--max-semi-space-size=16');
  setFlagsFromString('--heap-growing-percent=30');
  const before = await peakMb(process.pid);
  const first = await night(connection, analytics);
  await ask('more');
  const second = await night(connection, analytics);
  const figures = {
    ...{
      items: first.items,
      firstNightSeconds: first.seconds,
      firstProcessorSeconds: first.processorSeconds,
    },
    ...{ secondNightMade: second.made, secondNightSeconds: second.seconds },
    ...{
      peakBeforeMb: before,
      peakMb: await peakMb(process.pid),
      warehousePeakMb: Number(await ask('peak')),
    },
  };
  child.disconnect();
  await once(child, 'exit');
  return figures;
}

async function night({ db }: Connection, analytics: Parameters<typeof runForecasts>[0]['analytics']) {
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const report = async ({ done, total }: { readonly done: number; readonly total: number }) => {
    if (process.env['BENCH_SHOWS'])
      console.error(
        ((performance.now() - began) / 1_000).toFixed(1),
        done,
        total,
        process.memoryUsage.rss() / 1e6,
      );
    return true;
  };
  const made = await runForecasts({ db, analytics, now: NOW, startedBy: 'bench', report });
  const { user, system } = process.cpuUsage(processor);
  return {
    ...(made ?? { items: 0, made: 0 }),
    seconds: (performance.now() - began) / 1_000,
    processorSeconds: (user + system) / 1e6,
  };
}
