import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { type AddressRefusal, parsePostalAddress } from '../markets/index.ts';
import type { AddressId, CustomerId, SavedAddress } from './customer.ts';
import { clearDefaults, deleteAddress, selectAddresses, upsertAddress } from './store/addresses.ts';
import { lockCustomers } from './store/customers.ts';

const ADDRESSES = 50;

/** The customer's addresses, the oldest first. */
export function readAddresses(db: Db, customerId: CustomerId): Promise<SavedAddress[]> {
  return selectAddresses(db, customerId);
}

/**
 * Keeps an address, or changes the one with `id`. The first is the default for both; a new default takes over from the
 * former.
 */
export async function saveAddress(
  tx: Tx,
  input: {
    readonly customerId: CustomerId;
    readonly id?: AddressId;
    readonly address: unknown;
    readonly isDefaultShipping?: boolean;
    readonly isDefaultBilling?: boolean;
    readonly now: Temporal.Instant;
  },
): Promise<Result<SavedAddress, AddressRefusal | Refusal<'too_many' | 'not_found'>>> {
  const parsed = parsePostalAddress(input.address, { field: 'address' });
  if (!parsed.ok) return parsed;
  const { customerId } = input;
  // The lock makes the count and the defaults true until the commit.
  const [customer] = await lockCustomers(tx, [customerId]);
  if (customer === undefined) return refuse('not_found', 'no such customer', 'customerId');
  const known = await selectAddresses(tx, customerId);
  const before = known.find(({ id }) => id === input.id);
  if (input.id !== undefined && before === undefined) return refuse('not_found', 'no such address', 'id');
  if (before === undefined && known.length >= ADDRESSES) {
    return refuse('too_many', `at most ${ADDRESSES} addresses are kept`, 'address');
  }
  const isFirst = known.length === 0;
  const saved: SavedAddress = {
    id: input.id ?? newId(),
    address: parsed.value,
    isDefaultShipping: input.isDefaultShipping ?? before?.isDefaultShipping ?? isFirst,
    isDefaultBilling: input.isDefaultBilling ?? before?.isDefaultBilling ?? isFirst,
  };
  await clearDefaults(tx, customerId, saved);
  await upsertAddress(tx, customerId, saved, input.now);
  return ok(saved);
}

/** Takes an address of this customer away; of anybody else's nothing happens. Placed orders have kept theirs. */
export async function removeAddress(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly id: AddressId },
): Promise<void> {
  await deleteAddress(tx, input);
}
