import type { ImportProgress } from './import-run.ts';

/**
 * Turns counts into speed and time left, over the products of this run only: a resumed run starts its clock
 * anew.
 */
export function progressMeter(
  bytesTotal: number,
  report: (progress: ImportProgress) => void,
): {
  readonly reading: (bytes: number) => void;
  readonly importing: (
    step: 'importing' | 'linking',
    done: number,
    total: number,
    alreadyDone: number,
  ) => void;
} {
  let bytes = 0;
  let reportedBytes = 0;
  let began: number | undefined;
  return {
    reading: (count) => {
      bytes += count;
      if (bytes - reportedBytes < 1_000_000 && bytes < bytesTotal) return;
      reportedBytes = bytes;
      report({
        step: 'reading',
        bytes,
        bytesTotal,
        products: 0,
        productsTotal: undefined,
        productsPerSecond: 0,
        secondsLeft: undefined,
      });
    },
    importing: (step, done, total, alreadyDone) => {
      began ??= performance.now();
      const seconds = (performance.now() - began) / 1000;
      const speed = seconds > 0.2 ? (done - alreadyDone) / seconds : 0;
      report({
        step,
        bytes,
        bytesTotal,
        products: done,
        productsTotal: total,
        productsPerSecond: speed,
        secondsLeft: speed > 0 ? (total - done) / speed : undefined,
      });
    },
  };
}
