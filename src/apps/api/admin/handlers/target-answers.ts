import {
  amountText,
  type Bounds,
  type CourseDay,
  kpiOf,
  type Pace,
  periodName,
  type Target,
} from '../../../../modules/targets/index.ts';

export function targetAnswer(target: Target) {
  const { id, kpi, market, currency, amount } = target;
  return { id, kpi, market, currency, period: periodName(target), amount: amountOf(target, amount) };
}

export function paceAnswer(target: Target, { actual, forecast, ...pace }: Pace) {
  const text = textOf(target);
  const bounds = ({ low, high }: Bounds) => ({ low: text(low), high: text(high) });
  return {
    ...{ ...pace, actual: actual === undefined ? null : text(actual) },
    forecast: forecast && {
      ...{ estimate: text(forecast.estimate), chance: forecast.chance },
      ...{ likely: bounds(forecast.likely), almostSurely: bounds(forecast.almostSurely) },
    },
  };
}

export function courseAnswer(target: Target, days: readonly CourseDay[]) {
  const text = textOf(target);
  return days.map(({ day, plan, actual, forecast }) => ({
    ...{ day: target.startsOn.add({ days: day }).toString(), plan: text(plan) },
    actual: actual === undefined ? undefined : text(actual),
    forecast: forecast && {
      ...{ estimate: text(forecast.estimate), low: text(forecast.low), high: text(forecast.high) },
    },
  }));
}

/** A whole amount of a target as a decimal. */
export function amountOf({ kpi, currency }: Target, amount: bigint): string {
  return amountText(kpiOf(kpi), currency, amount);
}

/** An estimate, to the nearest whole unit. */
function textOf(target: Target): (amount: number) => string {
  return (amount) => amountOf(target, BigInt(Math.round(amount)));
}
