import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';
import { deletePasskey, selectPasskeys } from '../store/passkeys.ts';
import type { Passkey, PasskeyId } from './passkey.ts';

/** A customer's keys, the oldest first. */
export async function readPasskeys(db: Db, customerId: CustomerId): Promise<Passkey[]> {
  return (await selectPasskeys(db, customerId)).map(({ passkey }) => passkey);
}

/** Takes a key of this customer away; of anybody else's nothing happens. A code by mail is always left to sign in with. */
export async function removePasskey(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly passkeyId: PasskeyId },
): Promise<void> {
  await deletePasskey(tx, input);
}
