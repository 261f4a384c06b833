import { type Locale, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { findOrCreateByEmail } from '../find-or-create.ts';
import { useCode } from '../store/codes.ts';
import { noteEmailProven, readCustomer } from '../store/customers.ts';
import { checkCode, NOT_ACCEPTED } from './check-code.ts';
import { openSession } from './open-session.ts';
import type { SignedIn } from './session.ts';

/**
 * Signs in whoever typed the code that was sent, in the browser that asked for it. An address that has no account gets
 * one. A code is good once: of two sign-ins at once one is refused.
 */
export async function signInWithCode(
  db: Db,
  input: {
    readonly challenge: string;
    readonly code: string;
    readonly locale: Locale;
    readonly ip: string;
    readonly userAgent: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<SignedIn, Refusal<'code_not_accepted'>>> {
  const { now, locale } = input;
  const tried = await checkCode(db, { ...input, purpose: 'sign_in', customerId: undefined });
  if (tried === undefined) return NOT_ACCEPTED;
  return db.transaction().execute(async (tx) => {
    if (!(await useCode(tx, tried.id, now))) return NOT_ACCEPTED;
    const { id, isNew } = await findOrCreateByEmail(tx, { email: tried.email, locale, now });
    await noteEmailProven(tx, id, now);
    const opened = await openSession(tx, { ...input, customerId: id, method: 'code' });
    const customer = await readCustomer(tx, id);
    if (customer === undefined) throw new RangeError('a customer signed in and is not there');
    return ok({ customer, ...opened, isNew });
  });
}
