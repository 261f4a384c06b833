// Forecasts its share of the variants: makes the past of some, forecasts them, and counts the time of the second alone.
import { answerThread } from '../../../src/platform/threads/index.ts';
import { demandOfSum, forecastDemand, WEEK_OF_DAYS } from '../../../src/statistics/index.ts';
import { dailyDemand } from './daily-demand.ts';

export type Share = { readonly seed: number; readonly from: number; readonly to: number };
export type Answer = { readonly milliseconds: number; readonly pieces: number };

const TOGETHER = 250;
const OPTIONS = { horizon: 91, seasons: [WEEK_OF_DAYS, { length: 365, count: 3 }], deadAfter: 91 };

answerThread<Share, Answer>(({ seed, from, to }) => {
  let [milliseconds, pieces] = [0, 0];
  for (let first = from; first < to; first += TOGETHER) {
    const count = Math.min(TOGETHER, to - first);
    const pasts = Array.from({ length: count }, (_, index) => dailyDemand(seed, first + index));
    const began = performance.now();
    for (const past of pasts) pieces += demandOfSum(forecastDemand(past, OPTIONS), 28).quantile(0.95);
    milliseconds += performance.now() - began;
  }
  return { milliseconds, pieces };
});
