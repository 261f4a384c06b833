import { refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { type Browser, triesOf } from '../sessions/browser.ts';
import { countTries, insertAttempt } from '../store/attempts.ts';
import { mayTry } from './limits.ts';

export const TOO_MANY = refuse(
  'too_many_attempts',
  'too many tries to sign in: wait a quarter of an hour, or use a passkey',
);

/** One answer for an unknown address, a wrong password, and one without an authenticator. */
export const NOT_ACCEPTED = refuse('not_accepted', 'address and password do not belong together', 'password');

/** One answer for a wrong, a used and a late code. */
export const CODE_NOT_ACCEPTED = refuse(
  'code_not_accepted',
  'this code is wrong or no longer valid: wait for the next one, or sign in anew',
  'code',
);

/** Counts a try, and whether it is looked at. */
export async function isTryAllowed(
  db: Db,
  input: { readonly account: string; readonly browser: Browser; readonly now: Temporal.Instant },
): Promise<boolean> {
  const where = triesOf(input.account, input.browser, input.now);
  await insertAttempt(db, where);
  return mayTry(await countTries(db, where));
}
