import { chanceOfAtLeast, forecastInterval, sum } from '../../../statistics/index.ts';
import type { Kpi } from '../kpi.ts';
import { type Days, forecastOf, weightsOf } from './forecast.ts';
import { type Profile, profileOf } from './profile.ts';

export type PaceAsked = {
  readonly kpi: Pick<Kpi, 'isCeiling' | 'mayFall'>;
  readonly target: number;
  /** Whole days, the last of them yesterday. Day 0 is the first. */
  readonly past: Days;
  readonly firstWeekday: number;
  /** What today came to so far, and how much of it is over, of one. */
  readonly today: { readonly part: number; readonly whole?: number; readonly over: number };
  /** The first and the last day of the period, counted as those of the past; today is `past.part.length`. */
  readonly from: number;
  readonly to: number;
};

export type PaceState = 'planned' | 'on_track' | 'at_risk' | 'off_track' | 'reached' | 'missed' | 'unknown';

export type Bounds = { readonly low: number; readonly high: number };

export type Pace = {
  readonly state: PaceState;
  /** What it came to so far; `undefined` where there is nothing to divide by. */
  readonly actual: number | undefined;
  /** How much of the target was to be there by now, of one; of a share or a mean all of it. */
  readonly expectedShare: number;
  readonly method: Profile['method'];
  /** What it will have come to at the end of the period. */
  readonly forecast?: {
    readonly estimate: number;
    /** 80 %. */
    readonly likely: Bounds;
    /** 95 %. */
    readonly almostSurely: Bounds;
    /** That the target is reached; of a ceiling, that it is kept. */
    readonly chance: number;
  };
};

/** From which chance on it is on track, and below which it will be missed. */
const [ON_TRACK, AT_RISK] = [0.7, 0.2];

/**
 * How far a target is, and what its period will come to. What is to be there by now follows from the shop's own past
 * (`profileOf`), what it will come to from `forecastOf`. Today is forecast as a whole, whatever was sold of it already.
 * What the intervals do not know: that a season comes other than in the last years.
 */
export function paceOf(asked: PaceAsked): Pace {
  const { kpi, past, from, to, target } = asked;
  const now = past.part.length;
  const profile = profileOf(
    { values: past.whole ?? past.part, firstWeekday: asked.firstWeekday },
    { from, to: Math.max(to, now) },
  );
  const actual = actualOf(asked);
  const told = {
    actual,
    expectedShare: past.whole ? 1 : expectedShare(asked, profile),
    method: profile.method,
  };
  if (now > to) {
    return {
      ...told,
      state: actual === undefined ? 'unknown' : holds(kpi, actual, target) ? 'reached' : 'missed',
    };
  }
  if (now < from) return { ...told, actual: undefined, state: 'planned' };
  const forecast = forecastOf(past, profile, { from, to });
  if (forecast === undefined) return { ...told, state: 'unknown' };
  const isSettled = past.whole === undefined && kpi.mayFall !== true && isOver(kpi, actual ?? 0, target);
  const reach = isSettled ? 1 : chanceOfAtLeast(forecast, target);
  const chance = kpi.isCeiling ? 1 - reach : reach;
  // What cannot fall again does not come to less than it has.
  const least = past.whole || kpi.mayFall ? Number.NEGATIVE_INFINITY : (actual ?? 0);
  const bounds = (confidence: number) => {
    const { low, high } = forecastInterval(forecast, confidence);
    return { low: Math.max(low, least), high: Math.max(high, least) };
  };
  return {
    ...told,
    state: isSettled ? (kpi.isCeiling ? 'missed' : 'reached') : stateOf(chance),
    forecast: {
      ...{ estimate: Math.max(forecast.estimate, least), chance },
      ...{ likely: bounds(0.8), almostSurely: bounds(0.95) },
    },
  };
}

function stateOf(chance: number): PaceState {
  return chance >= ON_TRACK ? 'on_track' : chance >= AT_RISK ? 'at_risk' : 'off_track';
}

function actualOf({ past, today, from, to }: PaceAsked): number | undefined {
  const now = past.part.length;
  const during = (values: readonly number[], soFar: number) =>
    sum(values.slice(Math.max(from, 0), Math.max(to + 1, 0))) + (now >= from && now <= to ? soFar : 0);
  const part = during(past.part, today.part);
  if (past.whole === undefined) return part;
  const whole = during(past.whole, today.whole ?? 0);
  return whole > 0 ? part / whole : undefined;
}

function expectedShare({ past, today, from, to }: PaceAsked, profile: Profile): number {
  const now = past.part.length;
  const all = sum(weightsOf(profile, from, to));
  const gone = sum(weightsOf(profile, from, Math.min(now - 1, to)));
  const isToday = now >= from && now <= to;
  // Where nothing is expected of any day, days count alike.
  if (!(all > 0)) return Math.min(Math.max((now - from + today.over) / (to - from + 1), 0), 1);
  return (gone + (isToday ? profile.weight(now) * today.over : 0)) / all;
}

/** Beyond a ceiling, or as much as was aimed at: of what cannot fall again, for good. */
function isOver({ isCeiling }: Pick<Kpi, 'isCeiling'>, actual: number, target: number): boolean {
  return isCeiling ? actual > target : actual >= target;
}

function holds({ isCeiling }: Pick<Kpi, 'isCeiling'>, actual: number, target: number): boolean {
  return isCeiling ? actual <= target : actual >= target;
}
