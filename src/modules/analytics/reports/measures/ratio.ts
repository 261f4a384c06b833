import { divideRounded } from '../../../../kernel/index.ts';
import { wilsonInterval } from '../../../../statistics/index.ts';
import type { Measure, Sums, Value } from '../report.ts';

type Definition = Omit<Measure, 'kind' | 'of'>;
type Sum = (sums: Sums) => bigint | undefined;

/** A sum as it is. */
export function summed(
  kind: 'money' | 'count',
  definition: Definition,
  sum: Sum = named(definition.id),
): Measure {
  return { ...definition, kind, of: sum };
}

/** One sum in terms of another: a share of one (0.25), or so many of it. */
export function ratio(kind: 'share' | 'number', definition: Definition, part: Sum, whole: Sum): Measure {
  return {
    ...{ ...definition, kind },
    of: (sums) => divided(part(sums), whole(sums), (a, b) => Number(a) / Number(b)),
  };
}

/**
 * A share of so many that are independent of each other: an estimate, the surer the more there were (Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", 1927).
 */
export function proportion(definition: Definition, part: Sum, whole: Sum): Measure {
  const bounds = (sums: Sums) => {
    const [some, all] = [part(sums), whole(sums)];
    if (some === undefined || all === undefined || all <= 0n || some < 0n) return undefined;
    // What is counted on its own day may be more than what it is a part of.
    return wilsonInterval(Number(some < all ? some : all), Number(all), CONFIDENCE);
  };
  return { ...ratio('share', definition, part, whole), bounds };
}

const CONFIDENCE = 0.95;

/** Money each, to the nearest smallest unit, halves away from zero. */
export function each(definition: Definition, amount: Sum, count: Sum): Measure {
  return { ...definition, kind: 'money', of: (sums) => divided(amount(sums), count(sums), divideRounded) };
}

export function named(name: string): Sum {
  return (sums) => sums[name];
}

function divided(
  part: bigint | undefined,
  whole: bigint | undefined,
  divide: (part: bigint, whole: bigint) => Value,
): Value | undefined {
  if (part === undefined || whole === undefined) return undefined;
  return whole <= 0n ? null : divide(part, whole);
}
