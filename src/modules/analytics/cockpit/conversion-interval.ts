import { type Interval, wilsonInterval } from '../../../statistics/index.ts';
import { sizeOf, type Value } from './report.ts';

const CONFIDENCE = 0.95;

/**
 * Conversion is a share of so many visits: an estimate, the surer the more there were. `undefined` where nobody visited.
 *
 * @example conversionInterval({ sessions: 1000, sessions_bought: 30 }) // 3 %, from 2.1 % to 4.3 %
 */
export function conversionInterval(
  values: Readonly<Record<string, Value>> | undefined,
): Interval | undefined {
  const sessions = sizeOf(values?.['sessions']);
  // An order is counted where it was sold: late in the night that is the day after its visit began.
  const bought = Math.min(sizeOf(values?.['sessions_bought']), sessions);
  return sessions > 0 ? wilsonInterval(bought, sessions, CONFIDENCE) : undefined;
}
