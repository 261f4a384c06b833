import { type Locale, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { networkOf, newToken } from '../../../platform/auth/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { parseEmail } from '../../../platform/mail/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { CustomerId } from '../customer.ts';
import { countAsked, insertCode } from '../store/codes.ts';
import { CODE_MINUTES, mayAsk } from './limits.ts';
import { codeHash, newCode } from './token.ts';

export type CodeRefusal = Refusal<'invalid' | 'too_many_requests'>;

/** What the asking browser keeps, in a cookie or a field of the form: without it the code is worth nothing. */
export type CodeChallenge = { readonly challenge: string; readonly expiresAt: Temporal.Instant };

/**
 * Sends a code of eight digits to an address: to sign in or, for a customer who is signed in, to change to that address.
 * Whether anybody has the address is not looked up, so that answer and time are the same for known and unknown ones.
 *
 * @param input.changeFor the customer whose address is to become this one
 * @param input.ip of the browser
 */
export async function requestCode(
  db: Db,
  input: {
    readonly email: string;
    readonly changeFor?: CustomerId;
    readonly locale: Locale;
    readonly ip: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<CodeChallenge, CodeRefusal>> {
  const email = parseEmail(input.email);
  if (email === undefined) {
    return refuse('invalid', 'an e-mail address looks like ada@example.com', 'email');
  }
  const { now, changeFor: customerId } = input;
  const purpose = customerId === undefined ? 'sign_in' : 'change_email';
  const [challenge, code, network] = [newToken(), newCode(), networkOf(input.ip)];
  const expiresAt = now.add({ minutes: CODE_MINUTES });
  const isSent = await db.transaction().execute(async (tx) => {
    if (!mayAsk(await countAsked(tx, { email, network, now }))) return false;
    await insertCode(tx, {
      ...{ id: newId<'sign_in_code'>(), challenge, codeHash: codeHash(challenge, purpose, code) },
      ...{ purpose, customerId, email, network, now, expiresAt },
    });
    const mailModel = {
      purpose,
      email,
      locale: input.locale,
      code,
      expiresAt: expiresAt.toString(),
    } as const;
    await tell(tx, 'customers.code_requested', { mailModel });
    return true;
  });
  if (isSent) return ok({ challenge, expiresAt });
  return refuse('too_many_requests', 'too many codes were asked for; try again in a quarter of an hour');
}
