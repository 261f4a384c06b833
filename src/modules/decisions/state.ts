/**
 * `proposed`: waits for somebody. `edited`: a person changed it and it waits still. `approved`: it is about to be done.
 * `applied`: done. `undone`: taken back. `rejected`: a person said no. `expired`: its time, or its reason, is over.
 * `failed`: approved, and refused by what it wanted to change.
 */
export const DECISION_STATES = [
  ...(['proposed', 'edited', 'approved', 'applied'] as const),
  ...(['undone', 'rejected', 'expired', 'failed'] as const),
] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What is done to a decision. `release`: what was approved by a mandate goes back to who decides. */
export const ACTS = [
  ...(['edit', 'approve', 'reject', 'expire', 'apply', 'fail', 'release', 'undo', 'reopen'] as const),
] as const;
export type Act = (typeof ACTS)[number];

/**
 * Every transition there is. Code, buttons (`actsOf`) and docs read this table.
 *
 * | from | edit | approve | reject | expire | apply | fail | release | undo | reopen |
 * |---|---|---|---|---|---|---|---|---|---|
 * | proposed, edited | edited | approved | rejected | expired | | | | | |
 * | approved | | | | | applied | failed | proposed | | |
 * | applied | | | | | | | | undone | |
 * | rejected | | | | | | | | | proposed |
 * | failed | edited | approved | rejected | expired | | | | | |
 */
const OPEN = { edit: 'edited', approve: 'approved', reject: 'rejected', expire: 'expired' } as const;
const TRANSITIONS: Readonly<Record<DecisionState, Partial<Readonly<Record<Act, DecisionState>>>>> = {
  proposed: OPEN,
  edited: OPEN,
  approved: { apply: 'applied', fail: 'failed', release: 'proposed' },
  applied: { undo: 'undone' },
  undone: {},
  rejected: { reopen: 'proposed' },
  expired: {},
  failed: OPEN,
};

/** The state after it; `undefined` where it cannot be done. */
export function afterAct(state: DecisionState, act: Act): DecisionState | undefined {
  return TRANSITIONS[state][act];
}

/** What may be done to a decision in this state. */
export function actsOf(state: DecisionState): Act[] {
  return ACTS.filter((act) => TRANSITIONS[state][act] !== undefined);
}

/** Those that wait for somebody. */
export const OPEN_STATES = DECISION_STATES.filter((state) => TRANSITIONS[state].approve !== undefined);

export function isOpen(state: DecisionState): boolean {
  return OPEN_STATES.includes(state);
}
