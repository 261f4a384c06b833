import { timingSafeEqual } from 'node:crypto';
import { refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';
import { type CodePurpose, type TriedCode, takeTry } from '../store/codes.ts';
import { codeHash } from './token.ts';

/** One answer for a wrong, an expired, a used and somebody else's code. */
export const NOT_ACCEPTED = refuse(
  'code_not_accepted',
  'this code is wrong or no longer valid: check it, or ask for a new one',
  'code',
);

/** The code that belongs to this challenge, when `typed` is it. A try is counted whatever the answer. */
export async function checkCode(
  db: Db,
  input: {
    readonly challenge: string;
    readonly code: string;
    readonly purpose: CodePurpose;
    readonly customerId: CustomerId | undefined;
    readonly now: Temporal.Instant;
  },
): Promise<TriedCode | undefined> {
  // People type codes in groups, as they are shown.
  const typed = input.code.slice(0, 40).replace(/[\s-]/g, '');
  const tried = await takeTry(db, input);
  if (tried === undefined) return undefined;
  const given = codeHash(input.challenge, input.purpose, typed);
  return timingSafeEqual(given, tried.codeHash) ? tried : undefined;
}
