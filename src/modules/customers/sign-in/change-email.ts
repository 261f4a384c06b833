import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { CustomerId } from '../customer.ts';
import { useCode } from '../store/codes.ts';
import { lockCustomers, readCustomerByEmail, setEmail } from '../store/customers.ts';
import { checkCode, NOT_ACCEPTED } from './check-code.ts';

/**
 * Changes a customer's address to the one that the code was sent to. The code is this customer's and for this address
 * only. That another account has it is said only to who has proven that it is theirs; `mergeCustomers` is for that.
 */
export async function changeEmail(
  db: Db,
  input: {
    readonly customerId: CustomerId;
    readonly challenge: string;
    readonly code: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly email: string }, Refusal<'code_not_accepted' | 'email_taken'>>> {
  const { customerId, now } = input;
  const tried = await checkCode(db, { ...input, purpose: 'change_email' });
  if (tried === undefined) return NOT_ACCEPTED;
  const { email } = tried;
  return db.transaction().execute(async (tx) => {
    const [customer] = await lockCustomers(tx, [customerId]);
    if (customer === undefined || !(await useCode(tx, tried.id, now))) return NOT_ACCEPTED;
    const holder = await readCustomerByEmail(tx, email);
    if (holder !== undefined && holder.id !== customerId) {
      return refuse('email_taken', 'another account has this address', 'email');
    }
    await setEmail(tx, { id: customerId, email, now });
    const { email: formerEmail, locale } = customer;
    await tell(tx, 'customers.email_changed', { customerId, formerEmail, email, locale });
    await tell(tx, 'customers.changed', { customerId });
    return ok({ email });
  });
}
