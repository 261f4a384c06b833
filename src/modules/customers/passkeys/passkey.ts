import type { Id, Refusal } from '../../../kernel/index.ts';

export type PasskeyId = Id<'passkey'>;

/** A key in a device or a password manager, as it is listed. */
export type Passkey = {
  readonly id: PasskeyId;
  /** By which its owner recognises it. */
  readonly name: string;
  /** Also on the owner's other devices. */
  readonly isBackedUp: boolean;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | undefined;
};

export type PasskeyRefusal = Refusal<'passkey_not_accepted' | 'too_many' | 'not_found'>;
