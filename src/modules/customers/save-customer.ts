import { isDeepStrictEqual } from 'node:util';
import { ok, parseLocale, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { Customer, CustomerId, CustomersRefusal } from './customer.ts';
import { lockCustomers, updateCustomer } from './store/customers.ts';

/** What may be changed of a customer; the e-mail address changes by a code sent to the new one. */
export type CustomerChange = Partial<
  Pick<Customer, 'name' | 'phone' | 'locale' | 'segments' | 'tags' | 'isTaxExempt' | 'vatId'>
>;

const WORDS = 50;
const LIMITS = { name: 100, phone: 30, vatId: 20 } as const;

/** Changes what is given; `version`, where given, is the one that the change was made against. */
export async function saveCustomer(
  tx: Tx,
  input: {
    readonly id: CustomerId;
    readonly change: CustomerChange;
    readonly version?: bigint;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Customer, CustomersRefusal>> {
  const refusal = changeRefusal(input.change);
  if (refusal !== undefined) return { ok: false, refusal };
  const [before] = await lockCustomers(tx, [input.id]);
  if (before === undefined) return refuse('not_found', 'no such customer', 'id');
  if (input.version !== undefined && input.version !== before.version) {
    return refuse('changed_meanwhile', 'somebody else changed this customer meanwhile', 'version');
  }
  const after: Customer = { ...before, ...input.change };
  if (isDeepStrictEqual(before, after)) return ok(before);
  await updateCustomer(tx, after, input.now);
  await tell(tx, 'customers.changed', { customerId: input.id });
  return ok({ ...after, version: before.version + 1n });
}

function changeRefusal(change: CustomerChange): CustomersRefusal | undefined {
  for (const field of ['name', 'phone', 'vatId'] as const) {
    const text = change[field] ?? '';
    if (text.length > LIMITS[field]) {
      return refuse('too_long', `${field} has at most ${LIMITS[field]} characters`, field).refusal;
    }
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) {
      return refuse('invalid', `${field} has characters that cannot be printed`, field).refusal;
    }
  }
  if (change.locale !== undefined && parseLocale(change.locale) !== change.locale) {
    return refuse('invalid', `"${change.locale}" is no BCP 47 language tag`, 'locale').refusal;
  }
  for (const field of ['segments', 'tags'] as const) {
    const words = change[field] ?? [];
    if (words.length > WORDS) return refuse('too_many', `at most ${WORDS} ${field}`, field).refusal;
    if (!words.every((word) => /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u.test(word))) {
      return refuse('invalid', `${field} are words of 1 to 40 letters, digits, spaces, _ and -`, field)
        .refusal;
    }
  }
  return undefined;
}
