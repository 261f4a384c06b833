import type { Id } from '../../../kernel/index.ts';
import type { Choices } from './rules.ts';

/** In a visitor's consent cookie: what their decisions are found by, and nothing else is. */
export type ConsentId = Id<'consent'>;

/** By which act somebody decided. `signal`: Global Privacy Control decided for them. */
export type ConsentMethod = 'accept_all' | 'reject_all' | 'choices' | 'withdrawal' | 'signal';

/** What was on the screen when somebody decided. */
export type ShownText = { readonly version: string; readonly locale: string; readonly text: string };

export type ConsentDecision = {
  /** A new one for somebody who has none yet: `newId()`. */
  readonly consentId: ConsentId;
  readonly choices: Choices;
  readonly method: ConsentMethod;
  readonly shown: ShownText;
  readonly hasGpc: boolean;
  readonly now: Temporal.Instant;
};

/** A decision as it can be shown to an authority or to whoever made it. */
export type ConsentRecord = {
  readonly decidedAt: Temporal.Instant;
  readonly choices: Choices;
  readonly method: ConsentMethod;
  readonly hasGpc: boolean;
  readonly shown: ShownText;
  readonly sha256: string;
};
