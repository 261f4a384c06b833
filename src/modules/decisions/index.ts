import './events.ts';

export type { Decision, DecisionId, Figure, Outcome, Step } from './decision.ts';
export type { Economics } from './economics.ts';
export { applyByMandate } from './engine/apply-by-mandate.ts';
export { approveDecision, editDecision, rejectDecision, reopenDecision } from './engine/decide.ts';
export { lookFor } from './engine/look.ts';
export { undoDecision } from './engine/undo.ts';
export type { Edits, Field } from './field.ts';
export type { DecisionKind, Proposed, ReadContext, Weight, WriteContext } from './kind.ts';
export { builtInKinds } from './kinds/built-in.ts';
export { type Mandate, type MandateDraft, noMandate, RULES } from './mandate/mandate.ts';
export { saveMandate } from './mandate/save-mandate.ts';
export { startAgain, stopAll } from './mandate/stop.ts';
export {
  readMandates,
  readSetting,
  readSpent,
  saveEconomics,
} from './mandate/store.ts';
export { tryMandate } from './mandate/try-mandate.ts';
export { type Rank, ranked } from './ranking.ts';
export { decisionsOf, type Kinds } from './registry.ts';
export { calibrationOf } from './score/calibration.ts';
export { actsOf, type DecisionState, isOpen } from './state.ts';
export {
  readDecision,
  readDecisions,
  readOpen,
} from './store/decisions.ts';
export { readLooks } from './store/looks.ts';
export { countUnscored, readScores } from './store/outcomes.ts';
export { readSteps } from './store/steps.ts';
export { type DecisionsDeps, decisionsCrons, decisionsJobs, decisionsReactions } from './tasks.ts';
