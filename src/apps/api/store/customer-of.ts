import { parseId } from '../../../kernel/index.ts';
import type { CustomerId } from '../../../modules/customers/index.ts';
import type { Caller } from '../../../platform/api/index.ts';

/** Who is signed in: endpoints for customers are opened for nobody else. */
export function customerOf(caller: Caller): { readonly customerId: CustomerId; readonly session: string } {
  const customerId = caller.kind === 'customer' ? parseId<'customer'>(caller.customerId) : undefined;
  if (caller.kind !== 'customer' || customerId === undefined) throw new TypeError('nobody is signed in');
  return { customerId, session: caller.session };
}
