import { parseId } from '../../../kernel/index.ts';
import type { CustomerId } from '../customer.ts';

/** By which a key knows whose it is: the customer's id, which says nothing about the person (WebAuthn, section 14.6.1). */
export function userHandleOf(customerId: CustomerId): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(customerId);
}

export function customerOfHandle(userHandle: string): CustomerId | undefined {
  return parseId(Buffer.from(userHandle, 'base64url').toString('utf8'));
}
