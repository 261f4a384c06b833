import './events.ts';

export type {
  Decision,
  DecisionId,
  Evidence,
  Figure,
  Outcome,
  Predicted,
  Realised,
  Step,
  Subject,
} from './decision.ts';
export { type Economics, floorMinor } from './economics.ts';
export { applyByMandate } from './engine/apply-by-mandate.ts';
export {
  approveDecision,
  type DecideRefusal,
  editDecision,
  rejectDecision,
  reopenDecision,
  undoDecision,
} from './engine/decide.ts';
export { lookFor } from './engine/look.ts';
export { type Edits, editedWhole, type Field, minor } from './field.ts';
export type { DecisionKind, Proposed, ReadContext, Weight, WriteContext } from './kind.ts';
export { type Mandate, type MandateDraft, noMandate, RULES } from './mandate/mandate.ts';
export { saveMandate } from './mandate/save-mandate.ts';
export { startAgain, stopAll } from './mandate/stop.ts';
export {
  selectMandates as readMandates,
  selectSetting as readSetting,
  selectSpent as readSpent,
} from './mandate/store.ts';
export { tryMandate } from './mandate/try-mandate.ts';
export { type Rank, ranked } from './ranking.ts';
export { decisionsOf, type Kinds } from './registry.ts';
export { calibrationOf } from './score/calibration.ts';
export { actsOf, type DecisionState } from './state.ts';
export {
  selectDecision as readDecision,
  selectDecisions as readDecisions,
  selectOpen as readOpen,
} from './store/decisions.ts';
export { selectLooks as readLooks } from './store/looks.ts';
export { countUnscored, selectScores as readScores } from './store/outcomes.ts';
export { selectSteps as readSteps } from './store/steps.ts';
export { type DecisionsDeps, decisionsCrons, decisionsJobs, decisionsReactions } from './tasks.ts';
