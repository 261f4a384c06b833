import { type Id, refuse } from '../../../kernel/index.ts';

export type PasskeyId = Id<'staff_passkey'>;

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

/** One answer for a wrong, a late and somebody else's key. */
export const PASSKEY_NOT_ACCEPTED = refuse(
  'passkey_not_accepted',
  'this passkey cannot be used here: try again, or use another way',
);
