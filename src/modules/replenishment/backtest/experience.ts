import {
  type BegunReplay,
  beginReplay,
  experienceFactor,
  forecastPolicy,
  type Replay,
  type ServiceExperience,
} from '../../../statistics/index.ts';
import type { ServiceTarget } from '../policy/policy.ts';
import type { BacktestInput, ReplayedItem } from './backtest.ts';
import type { LevelsOn } from './order-policies.ts';
import { replayQuestion } from './replay-question.ts';
import { knownFrom } from './usual-day.ts';
import { REFIT_DAYS, TRIED } from './weekly-forecasts.ts';

/** What came of aims is looked at when forecasts are made anew. */
const LOOK_DAYS = REFIT_DAYS;
/** After so many looks what came counts half. */
const HALF_LIFE = 2;
/** How an item begins is nobody's order: what happens until its first orders have come says nothing of them. */
const SETTLES_DAYS = 56;

/** An item on its way through the looks; its days count from the first of them. */
type Learner = {
  readonly replay: BegunReplay;
  readonly levelsOn: LevelsOn;
  /** The day from which on what comes of it counts. */
  readonly since: number;
  readonly leadDays: number;
  readonly length: number;
};

export type Experience = {
  /** How many times as much was short as was aimed at, as was known on a day of the span or of the looks before it. */
  readonly on: (day: number) => number;
  readonly learn: (levels: readonly LevelsOn[]) => Learned;
};

export type Learned = {
  readonly replays: readonly InUse[];
  /** What holds after the last day. */
  readonly factor: number;
};

/** What came of an item while aims were learned, from the first look before the span to its end; its days count from there. */
export type InUse = { readonly replay: Replay; readonly levelsOn: LevelsOn; readonly since: number };

/**
 * What comes of aims, learned as time goes on from half a year before the span until its end: all items are replayed under the policy
 * side by side, and every four weeks what was short is held against what was aimed to be short. Levels of later weeks read it.
 */
export function experienceOf(input: BacktestInput): Experience {
  const { items, before, length, policy } = input;
  const looksBefore = Math.min(TRIED, Math.floor(before / LOOK_DAYS));
  const earlier = looksBefore * LOOK_DAYS;
  const factors = new Float64Array(looksBefore + Math.ceil(length / LOOK_DAYS)).fill(1);
  const whole = { ...input, before: before - earlier, length: length + earlier };
  const learnerOf = (item: ReplayedItem, index: number, levels: LevelsOn): Learner => {
    const { actual, ...past } = item;
    const levelsOn = (day: number) => levels(day - earlier);
    const policyOf = forecastPolicy(levelsOn, {
      reviewDays: item.reviewDays,
      sizes: { pack: item.packSize, minimum: item.minimumQuantity },
    });
    return {
      ...{ levelsOn, length: whole.length, leadDays: Math.round(item.lead.meanDays) },
      replay: beginReplay({ ...replayQuestion(past, index, whole), policy: policyOf }),
      since: knownFrom(item.days, whole.before) - whole.before + SETTLES_DAYS,
    };
  };
  return {
    on: (day) => factors[Math.floor((day + earlier) / LOOK_DAYS)] ?? 1,
    learn: (levels) => {
      const learners = items.flatMap((item, index) => {
        const levelsOn = levels[index];
        return levelsOn === undefined ? [] : [learnerOf(item, index, levelsOn)];
      });
      const seen: Came[] = [];
      for (let look = 0; look < factors.length; look += 1) {
        factors[look] = factorOf(seen);
        const span = { from: look * LOOK_DAYS, until: (look + 1) * LOOK_DAYS };
        for (const { replay } of learners) replay.replayUntil(span.until);
        seen.push(total(learners.map((one) => cameOf(one, policy.service.kind, span))));
      }
      const replays = learners.map(({ replay, levelsOn, since }) => ({
        replay: replay.end(),
        levelsOn,
        since,
      }));
      return { replays, factor: factorOf(seen) };
    },
  };
}

/** `reckoned`: what whole pieces made of what was aimed to be short. */
type Came = ServiceExperience & { readonly aimed: number };

/** How much more was short than was reckoned with, the latest counting most, of what whole pieces make of aims now. */
function factorOf(seen: readonly Came[]): number {
  const weighted = seen.map(({ cycles, reckoned, short, aimed }, index) => {
    const weight = 0.5 ** ((seen.length - 1 - index) / HALF_LIFE);
    return {
      cycles: weight * cycles,
      reckoned: weight * reckoned,
      short: weight * short,
      aimed: weight * aimed,
    };
  });
  const last = seen.at(-1);
  const whole = last === undefined || last.aimed === 0 ? 1 : last.reckoned / last.aimed;
  return whole * experienceFactor(total(weighted));
}

function total(seen: readonly Came[]): Came {
  const sum = { cycles: 0, reckoned: 0, short: 0, aimed: 0 };
  for (const { cycles, reckoned, short, aimed } of seen) {
    sum.cycles += cycles;
    sum.reckoned += reckoned;
    sum.short += short;
    sum.aimed += aimed;
  }
  return sum;
}

function cameOf(
  { replay: { soFar }, levelsOn, since, leadDays, length }: Learner,
  service: ServiceTarget['kind'],
  { from, until }: { readonly from: number; readonly until: number },
): Came {
  const came = { cycles: 0, reckoned: 0, short: 0, aimed: 0 };
  for (let day = Math.max(from, since); day < Math.min(until, length); day += 1) {
    // What was aimed at when what comes now was ordered.
    const { aim } = levelsOn(Math.max(day - leadDays, 0));
    // What may not have the stock that is aimed at says nothing of aims.
    if (aim === undefined || aim.isLimited) continue;
    const isEnd = (soFar.received[day] ?? 0) > 0;
    const short = soFar.short[day] ?? 0;
    const cases = service === 'fill' ? (soFar.issued[day] ?? 0) + short : Number(isEnd);
    came.cycles += Number(isEnd);
    came.aimed += cases * (1 - aim.aimed);
    came.reckoned += cases * (1 - (service === 'fill' ? aim.expected.fill : aim.expected.cycle));
    came.short += service === 'fill' ? short : Number(isEnd && wasShort(soFar, day));
  }
  return came;
}

/** Whether something was short in the cycle that ends before a day. */
function wasShort({ short, received }: BegunReplay['soFar'], end: number): boolean {
  for (let day = end - 1; day >= 0; day -= 1) {
    if ((short[day] ?? 0) > 0) return true;
    if ((received[day] ?? 0) > 0) return false;
  }
  return false;
}
