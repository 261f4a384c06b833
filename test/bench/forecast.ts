import { runInThread } from '../../src/platform/threads/index.ts';
import type { Answer, Share } from './forecast/forecast.thread.ts';
import type { Scenario } from './harness/scenario.ts';

const THREADS = 2;
/** What a thread needs is what it forecasts at a time: without a limit it collects garbage when it has much more. */
const HEAP_MB = 128;

/**
 * 30,000 variants with three years of days each: 91 days ahead with the seasons of week and year, and what is enough for four
 * weeks with 95 %. In two threads; making up the past is not counted, the memory of all is.
 */
export const scenario: Scenario = {
  name: 'forecast',
  run: async ({ products: variants = 30_000, seed = 1 }) => {
    const program = new URL('./forecast/forecast.thread.ts', import.meta.url);
    const before = process.cpuUsage();
    const shares = Array.from({ length: THREADS }, (_, thread): Share => {
      return {
        seed,
        from: Math.floor((variants * thread) / THREADS),
        to: Math.floor((variants * (thread + 1)) / THREADS),
      };
    });
    const answers = await Promise.all(
      shares.map((share) => runInThread<Answer>(program, share, { heapMb: HEAP_MB })),
    );
    const { user, system } = process.cpuUsage(before);
    const seconds = Math.max(...answers.map(({ milliseconds }) => milliseconds)) / 1000;
    return {
      variants,
      seconds,
      variantsPerSecond: Math.round(variants / seconds),
      processorSecondsWithPasts: (user + system) / 1e6,
    };
  },
};
