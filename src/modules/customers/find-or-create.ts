import type { Locale } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { parseEmail } from '../../platform/mail/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { CustomerId } from './customer.ts';
import { insertCustomer, readCustomerByEmail } from './store/customers.ts';

/**
 * The customer with this e-mail address, made now where there is none. An address is a claim until a code has proven it:
 * what belongs to the customer (addresses, store credit, exemption from tax) is for whoever is signed in, never for
 * whoever types an address at the checkout.
 *
 * @param email an address that `parseEmail` accepted
 */
export async function findOrCreateByEmail(
  tx: Tx,
  input: {
    readonly email: string;
    readonly name?: string;
    readonly phone?: string;
    readonly locale: Locale;
    readonly now: Temporal.Instant;
  },
): Promise<{ readonly id: CustomerId; readonly isNew: boolean }> {
  const email = parseEmail(input.email);
  if (email === undefined) throw new RangeError('an e-mail address that nobody checked');
  const id = newId<'customer'>();
  const { name = '', phone = '', locale, now } = input;
  const known = await readCustomerByEmail(tx, email);
  if (known !== undefined) return { id: known.id, isNew: false };
  if (await insertCustomer(tx, { id, email, name, phone, locale, now })) {
    await tell(tx, 'customers.changed', { customerId: id }, { isQuiet: true });
    return { id, isNew: true };
  }
  // Somebody else made it between the two statements.
  const made = await readCustomerByEmail(tx, email);
  if (made === undefined) throw new RangeError('an e-mail address is taken and nobody has it');
  return { id: made.id, isNew: false };
}
