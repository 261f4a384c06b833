import type { PastEvent } from '../../../modules/collector/index.ts';
import type { Random } from '../../random.ts';
import type { Shopper } from '../shopper.ts';

type Vital = Pick<PastEvent['event'], 'metric' | 'metricValue'>;

/** Median and spread (of the logarithm) of what a phone sees; a desktop needs 0.7 times as long. */
const VITALS = [
  ['TTFB', 190, 0.5],
  ['LCP', 1_450, 0.45],
  ['INP', 92, 0.6],
] as const;

/** How fast the shop was for a page: log-normal, with layouts that hardly ever move. */
export function drawVitals(random: Random, { device }: Pick<Shopper, 'device'>): Vital[] {
  const slower = device.device === 'desktop' ? 0.7 : 1;
  const timed = VITALS.map(([metric, median, spread]) => {
    const metricValue = Math.round(median * slower * Math.exp(spread * drawSpread(random)));
    return { metric, metricValue };
  });
  const shift = random.chance(0.8) ? 0 : Math.round(random.next() ** 3 * 2_500) / 10_000;
  return [...timed, { metric: 'CLS', metricValue: shift }];
}

/** Nearly a standard normal number: twelve uniform ones together, less six. */
function drawSpread(random: Random): number {
  let sum = -6;
  for (let count = 0; count < 12; count += 1) sum += random.next();
  return sum;
}
