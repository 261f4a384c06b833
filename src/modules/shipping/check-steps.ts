import { refuse } from '../../kernel/index.ts';
import type { RateStep } from './method.ts';
import type { ShippingRefusal } from './zone.ts';

const STEPS = 500;
// What an int8 column holds.
const LARGEST = 2n ** 63n - 1n;

/** What is wrong with the steps of a table: each further than the one before, only the last without end. */
export function stepsRefusal(steps: readonly RateStep[], path: string): ShippingRefusal | undefined {
  if (steps.length === 0) return refuse('missing', 'a table has at least one step', path).refusal;
  if (steps.length > STEPS) return refuse('too_many', `a table has at most ${STEPS} steps`, path).refusal;
  let before = -1n;
  for (const [index, { upTo, priceMinor }] of steps.entries()) {
    const field = `${path}[${index}]`;
    if (!isAmount(priceMinor)) {
      return refuse('invalid', 'a price is zero or more', `${field}.priceMinor`).refusal;
    }
    if (upTo === undefined) {
      if (index === steps.length - 1) continue;
      return refuse('invalid', 'only the last step is without end', `${field}.upTo`).refusal;
    }
    if (upTo <= before || upTo > LARGEST) {
      return refuse('invalid', 'a step goes further than the one before', `${field}.upTo`).refusal;
    }
    before = upTo;
  }
  return undefined;
}

export function isAmount(minor: bigint): boolean {
  return minor >= 0n && minor <= LARGEST;
}
