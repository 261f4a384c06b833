import { quantile } from './summary.ts';

type Load = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
};

/**
 * Asks `connections` at a time for `seconds`, after a tenth of that to warm up.
 *
 * @param ask does the n-th request
 */
export async function loadWith(
  ask: (number: number) => Promise<unknown>,
  asked: { readonly connections: number; readonly seconds: number },
): Promise<Load> {
  await during(ask, asked.connections, asked.seconds * 100);
  const began = performance.now();
  const times = await during(ask, asked.connections, asked.seconds * 1000);
  const elapsed = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: Math.round(times.length / elapsed),
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    p99Ms: quantile(sorted, 0.99),
  };
}

async function during(
  ask: (number: number) => Promise<unknown>,
  connections: number,
  milliseconds: number,
): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + milliseconds;
  let number = 0;
  const work = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      number += 1;
      await ask(number);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return times;
}
