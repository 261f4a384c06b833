import './events.ts';

export type { RelyingParty } from '../../platform/auth/index.ts';
export { parseEmail } from '../../platform/mail/index.ts';
export { readAddresses, removeAddress, saveAddress } from './addresses.ts';
export { type Consent, type ConsentPurpose, giveConsent, readConsents, withdrawConsent } from './consents.ts';
export type { AddressId, Customer, CustomerId, CustomersRefusal, SavedAddress } from './customer.ts';
export { saveBuying } from './desk/buying.ts';
export { CUSTOMER_SORTS, countCustomers, type ListedCustomer, listCustomers } from './desk/list.ts';
export { addCustomerNote, markCustomers, readCustomerNotes, readCustomerTags } from './desk/marks.ts';
export { previewSegment, readSegments, removeSegment, saveSegment, segmentRule } from './desk/segments.ts';
export { findByEmailDigest, readCustomersChanged } from './email-digests.ts';
export { eraseCustomer } from './erase-customer.ts';
export { findOrCreateByEmail } from './find-or-create.ts';
export { mergeCustomers } from './merge-customers.ts';
export type { Passkey, PasskeyId, PasskeyRefusal } from './passkeys/passkey.ts';
export { readPasskeys, removePasskey } from './passkeys/passkeys.ts';
export { passkeyRegistration, savePasskey } from './passkeys/register.ts';
export { passkeyAuthentication, signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
export { type CustomerChange, saveCustomer } from './save-customer.ts';
export { changeEmail } from './sign-in/change-email.ts';
export { type CodeChallenge, type CodeRefusal, requestCode } from './sign-in/request-code.ts';
export { SESSION_COOKIE, type Session, type SessionId, type SignedIn } from './sign-in/session.ts';
export {
  type CurrentSession,
  listSessions,
  readSession,
  renewSession,
  revokeOtherSessions,
  revokeSession,
  signOut,
} from './sign-in/sessions.ts';
export { signInWithCode } from './sign-in/sign-in-with-code.ts';
export { readCustomer, readCustomerByEmail } from './store/customers.ts';
export { customerCrons, customerJobs } from './tasks.ts';
export { addWish, readWishlist, removeWish } from './wishlist.ts';
