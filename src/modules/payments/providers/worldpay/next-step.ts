import type { NextStep, Snapshot } from '../../provider.ts';
import type { Attempt, AttemptStep } from './attempt.ts';

/** What the shopper has to do next, without the links that only we may follow. */
export function stepShown(attempt: Attempt, snapshot: Snapshot, checkoutId: string): NextStep {
  if (snapshot.state !== 'requires_action') return { kind: 'none' };
  const { step, mode } = attempt;
  if (step === undefined) {
    const isPage = mode === 'redirect';
    return isPage ? { kind: 'none' } : { kind: 'client', data: { step: 'card', checkoutId } };
  }
  return step.kind === 'page' ? { kind: 'redirect', url: step.url } : { kind: 'client', data: dataOf(step) };
}

function dataOf(step: Exclude<AttemptStep, { kind: 'page' }>): Record<string, string> {
  const { kind, url, jwt } = step;
  return step.kind === 'device' ? { step: kind, url, jwt, bin: step.bin } : { step: kind, url, jwt };
}
