import { z } from 'zod';
import { endpoint, instant, text } from '../../../../platform/api/index.ts';
import { REGISTRATION } from '../../../../platform/auth/index.ts';
import {
  authenticatorOutput,
  language,
  optionsOutput,
  PASSWORD_REFUSALS,
  recoveryCodes,
  secret,
} from './staff-fields.ts';

const open = {
  group: 'Session',
  method: 'POST',
  audience: 'public',
  rate: 'write',
  idempotency: 'none',
} as const;
const token = text(43).meta({ description: 'What stands behind the # of the link.' });
const email = text(254).meta({ description: 'Of the first owner; else the invitation’s counts.' });
const name = text(100);
const refusals = { link_not_valid: 404 } as const;

const asPasskey = z.strictObject({
  kind: z.literal('passkey'),
  challengeToken: text(43),
  response: REGISTRATION,
  passkeyName: text(60),
});
const asPassword = z.strictObject({
  kind: z.literal('password'),
  password: secret(),
  enrolment: text(1_000),
  code: text(40),
});

export const welcomeEndpoints = {
  readWelcome: endpoint({
    ...{ ...open, path: '/welcome', summary: 'To what a link leads', body: z.strictObject({ token }) },
    output: z.object({
      kind: z.enum(['first_owner', 'invited', 'recovery']),
      shopName: z.string(),
      name: z.string(),
      email: z.string(),
      language: language(),
      roles: z.array(z.object({ id: z.string(), name: z.string(), isBuiltIn: z.boolean() })),
      expiresAt: instant(),
    }),
    ...{ refusals, changes: { nothing: 'a look' } },
  }),
  offerFirstPasskey: endpoint({
    ...{ ...open, path: '/welcome/passkey', summary: 'What a browser needs to make the first passkey' },
    body: z.strictObject({ token, name, email }),
    ...{ output: optionsOutput, refusals, changes: { nothing: 'a question' } },
  }),
  offerFirstAuthenticator: endpoint({
    ...{ ...open, path: '/welcome/authenticator', summary: 'An authenticator to set up' },
    body: z.strictObject({ token, email }),
    ...{ output: authenticatorOutput, refusals, changes: { nothing: 'an offer' } },
  }),
  acceptWelcome: endpoint({
    ...{ ...open, path: '/welcome/accept', summary: 'Become a member of staff, or come back' },
    description: 'By a passkey, or by password and authenticator. Signs in. The link is worth nothing then.',
    body: z.strictObject({
      ...{ token, name, email, language: language() },
      credential: z.discriminatedUnion('kind', [asPasskey, asPassword]),
    }),
    output: z.object({ recoveryCodes }),
    refusals: {
      ...{ ...refusals, ...PASSWORD_REFUSALS, invalid_name: 422, invalid_email: 422, email_taken: 409 },
      ...{ passkey_not_accepted: 422, code_not_accepted: 422 },
    },
    changes: { kind: 'member' },
  }),
};
