import { refuse } from '../../../kernel/index.ts';

/** One answer for a wrong, a late and somebody else's key. */
export const NOT_ACCEPTED = refuse(
  'passkey_not_accepted',
  'this passkey cannot be used here: try again, or sign in with a code',
);
