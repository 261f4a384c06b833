import { z } from 'zod';
import { endpoint, id, instant, text, uuid } from '../../../../platform/api/index.ts';
import { REGISTRATION } from '../../../../platform/auth/index.ts';
import {
  authenticatorOutput,
  DONE,
  language,
  optionsOutput,
  PASSWORD_REFUSALS,
  recoveryCodes,
  secret,
  theme,
} from './staff-fields.ts';

const passkey = z
  .object({
    id: uuid(),
    name: z.string(),
    isBackedUp: z.boolean(),
    createdAt: instant(),
    lastUsedAt: instant().optional(),
  })
  .meta({ id: 'Passkey' });

const own = { group: 'Profile', audience: 'staff', rate: 'write' } as const;
/** Changes how one signs in: asked for again, and told by mail. */
const sensitive = { ...own, stepUp: true } as const;
const changes = { kind: 'profile', read: 'readProfile' } as const;
const not_found = 404;

export const profileEndpoints = {
  readProfile: endpoint({
    ...{ ...own, method: 'GET', path: '/profile', rate: 'read' },
    summary: 'Yourself, and every way by which you sign in',
    output: z.object({
      ...{ id: uuid(), name: z.string(), email: z.string(), language: language(), theme: theme() },
      passkeys: z.array(passkey),
      passwordChangedAt: instant().optional(),
      authenticatorAddedAt: instant().optional(),
      recoveryCodesLeft: z.int(),
    }),
    refusals: { not_found },
  }),
  changeProfile: endpoint({
    ...{ ...own, method: 'PUT', path: '/profile', summary: 'Change your name, language and appearance' },
    body: z.strictObject({ name: text(100), language: language(), theme: theme() }),
    ...{ output: DONE, refusals: { invalid_name: 422 }, changes },
  }),
  offerNewPasskey: endpoint({
    ...{ ...sensitive, method: 'POST', path: '/profile/passkeys/options', idempotency: 'none' },
    summary: 'What a browser needs to make another passkey',
    ...{ output: optionsOutput, refusals: { not_found }, changes: { nothing: 'a question' } },
  }),
  addPasskey: endpoint({
    ...{ ...sensitive, method: 'POST', path: '/profile/passkeys', summary: 'Add a passkey' },
    ...{ idempotency: 'transaction', status: 201 },
    body: z.strictObject({ challengeToken: text(43), response: REGISTRATION, name: text(60) }),
    ...{ output: passkey, refusals: { not_found, passkey_not_accepted: 422, too_many: 409 }, changes },
  }),
  removePasskey: endpoint({
    ...{ ...sensitive, method: 'DELETE', path: '/profile/passkeys/{passkeyId}' },
    ...{ summary: 'Remove a passkey', params: z.strictObject({ passkeyId: id<'staff_passkey'>() }) },
    ...{ output: DONE, refusals: { not_found, last_way_in: 409 }, changes },
  }),
  changePassword: endpoint({
    ...{ ...sensitive, method: 'PUT', path: '/profile/password', summary: 'Choose another password' },
    description: 'It signs in together with an authenticator only. Your other browsers are signed out.',
    body: z.strictObject({ password: secret() }),
    ...{ output: DONE, refusals: { ...PASSWORD_REFUSALS, not_found }, changes },
  }),
  offerNewAuthenticator: endpoint({
    ...{ ...sensitive, method: 'POST', path: '/profile/authenticator/options', idempotency: 'none' },
    summary: 'An authenticator to set up in the place of the one before',
    ...{ output: authenticatorOutput, refusals: { not_found }, changes: { nothing: 'an offer' } },
  }),
  changeAuthenticator: endpoint({
    ...{ ...sensitive, method: 'PUT', path: '/profile/authenticator' },
    summary: 'Take another authenticator, by its first code',
    description: 'Makes the recovery codes anew. Your other browsers are signed out.',
    body: z.strictObject({ enrolment: text(1_000), code: text(40) }),
    output: z.object({ recoveryCodes }),
    ...{ refusals: { not_found, code_not_accepted: 422 }, changes },
  }),
  makeRecoveryCodes: endpoint({
    ...{ ...sensitive, method: 'POST', path: '/profile/recovery-codes', idempotency: 'transaction' },
    summary: 'Make ten recovery codes in the place of those before',
    ...{ output: z.object({ recoveryCodes }), refusals: { not_found }, changes },
  }),
};
