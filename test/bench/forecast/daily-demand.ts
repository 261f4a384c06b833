import { randomFor } from '../../../src/simulator/index.ts';

const DAYS = 3 * 365;
const WEEK = [0.6, 0.8, 0.9, 1, 1.1, 1.5, 1.1];
/** What a variant sells a day: most sell seldom. */
const RATES = [0.02, 0.05, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 4, 12];

/** Three years of days of one variant: a rate of its own, weekdays, a season of the year, a week out of stock now and then. */
export function dailyDemand(seed: number, variant: number): Float64Array {
  const { next } = randomFor(seed, `demand:${variant}`);
  const rate = RATES[variant % RATES.length] ?? 1;
  const peak = next() * 365;
  const days = new Float64Array(DAYS);
  for (let day = 0; day < DAYS; day += 1) {
    const season = 1 + 0.3 * Math.cos((2 * Math.PI * (day - peak)) / 365);
    days[day] = count(next, rate * season * (WEEK[day % 7] ?? 1));
  }
  if (variant % 3 === 0) days.fill(Number.NaN, 400, 407);
  return days;
}

function count(uniform: () => number, mean: number): number {
  let events = -1;
  for (let time = 0; time < mean || events < 0; events += 1) time -= Math.log(1 - uniform());
  return events;
}
