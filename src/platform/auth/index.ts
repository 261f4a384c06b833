export { type Assertion, assertionOptions, checkAssertion, readAssertion } from './assertion.ts';
export { networkOf } from './network.ts';
export { checkRegistration, type NewCredential, registrationOptions } from './registration.ts';
export type { RelyingParty } from './relying-party.ts';
export { AUTHENTICATION, REGISTRATION } from './response.ts';
export { newToken, tokenHash } from './token.ts';
