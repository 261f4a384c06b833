import type { Told } from '../../../platform/cockpit/api/index.ts';

/** A decision as lists have it, and one with all that speaks for it. */
export type Decision = Told<'listDecisions'>['items'][number];
export type WholeDecision = Told<'readDecision'>;
export type Field = Decision['fields'][number];

export function may(decision: Pick<Decision, 'acts'>, act: string): boolean {
  return decision.acts.includes(act);
}
