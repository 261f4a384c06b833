import type { StatusNote } from './form.ts';

/** What a visitor has decided about being known again, and deciding otherwise. */
export type PrivacyPage = {
  readonly kind: 'privacy';
  readonly status: StatusNote | undefined;
  readonly action: string;
  readonly choice: 'none' | 'accepted' | 'rejected';
  /** False where the shop asks nobody, or the browser has objected. */
  readonly canAccept: boolean;
  readonly isSignalHonoured: boolean;
  /** When it was accepted. */
  readonly since: string | undefined;
  /** What the proof of the acceptance is found by. */
  readonly proof: string | undefined;
};
