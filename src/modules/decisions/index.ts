import './events.ts';

export type { Decision, DecisionId, Evidence, Figure, Predicted, Realised, Subject } from './decision.ts';
export { type Economics, floorMinor } from './economics.ts';
export { type Edits, editedWhole, type Field, minor } from './field.ts';
export type { DecisionKind, Proposed, ReadContext, Weight, WriteContext } from './kind.ts';
export type { Mandate, MandateDraft } from './mandate/mandate.ts';
export { actsOf, type DecisionState } from './state.ts';
