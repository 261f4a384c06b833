import { z } from 'zod';
import { endpoint, id, instant, money, text, uuid } from '../../../../platform/api/index.ts';
import { AUTHENTICATION } from '../../../../platform/auth/index.ts';
import { DONE, language, optionsOutput, secret, theme } from './staff-fields.ts';

const member = z
  .object({ id: uuid(), name: z.string(), email: z.string(), language: z.string(), theme: z.string() })
  .meta({ id: 'SignedInMember' });

const session = z
  .object({
    id: uuid(),
    method: z.string().meta({ description: '`passkey`, `password`, `recovery_code` or `link`.' }),
    ip: z.string(),
    userAgent: z.string(),
    createdAt: instant(),
    lastSeenAt: instant(),
    isThis: z.boolean(),
  })
  .meta({ id: 'StaffSession' });

const group = 'Session';
const open = { group, audience: 'public', rate: 'guess', idempotency: 'none' } as const;
const own = { group, audience: 'staff' } as const;
const challengeToken = text(43);
const signedIn = z.object({ member });
const asPasskey = z.strictObject({ kind: z.literal('passkey'), challengeToken, response: AUTHENTICATION });
const asPassword = z.strictObject({ kind: z.literal('password'), password: secret(), code: text(40) });

export const sessionEndpoints = {
  readSession: endpoint({
    ...{ ...own, method: 'GET', path: '/session', rate: 'read' },
    summary: 'Who is signed in, and what they may do',
    output: z.object({
      member: member.extend({ language: language(), theme: theme() }),
      sessionId: uuid(),
      roles: z.array(z.object({ id: z.string(), name: z.string(), isBuiltIn: z.boolean() })),
      permissions: z.array(z.string()),
      limits: z.record(z.string(), money).meta({ description: 'The most of one act, by permission.' }),
      steppedUpAt: instant().optional(),
      shop: z.object({
        name: z.string(),
        currency: z.string(),
        timeZone: z.string(),
        storefront: z.string().meta({ description: 'Where shoppers find it.' }),
      }),
    }),
    refusals: { not_found: 404 },
  }),
  offerPasskey: endpoint({
    ...{ ...open, method: 'POST', path: '/session/passkey/options', rate: 'write' },
    summary: 'What a browser needs to ask for a passkey',
    description: 'It names nobody. Bring the answer back with the token, once, within five minutes.',
    ...{ output: optionsOutput, refusals: {}, changes: { nothing: 'a question' } },
  }),
  signInWithPasskey: endpoint({
    ...{ ...open, method: 'POST', path: '/session/passkey', summary: 'Sign in by passkey', rate: 'write' },
    body: z.strictObject({ challengeToken, response: AUTHENTICATION }),
    ...{ output: signedIn, refusals: { passkey_not_accepted: 422, too_many_attempts: 429 } },
    changes: { kind: 'session' },
  }),
  signInWithPassword: endpoint({
    ...{ ...open, method: 'POST', path: '/session/password', rate: 'write' },
    summary: 'Sign in by password: the first half',
    description: 'An unknown address and a wrong password get the same answer, and take as long.',
    body: z.strictObject({ email: text(254), password: secret() }),
    output: z.object({ challengeToken: z.string() }),
    ...{ refusals: { not_accepted: 422, too_many_attempts: 429 }, changes: { nothing: 'half a sign-in' } },
  }),
  signInWithCode: endpoint({
    ...{ ...open, method: 'POST', path: '/session/code', rate: 'write' },
    summary: 'Sign in by password: the second half',
    description: 'The authenticator’s code, or a recovery code. Five tries, five minutes, each code once.',
    body: z.strictObject({ challengeToken, code: text(40) }),
    ...{ output: signedIn, refusals: { code_not_accepted: 422, too_many_attempts: 429 } },
    changes: { kind: 'session' },
  }),
  signOut: endpoint({
    ...{ ...own, method: 'DELETE', path: '/session', summary: 'Sign out', rate: 'write' },
    ...{ output: DONE, refusals: {}, changes: { kind: 'session' } },
  }),
  offerStepUp: endpoint({
    ...{ ...own, method: 'POST', path: '/session/step-up/options', rate: 'write', idempotency: 'none' },
    summary: 'What a browser needs to confirm that it is still you',
    output: optionsOutput.extend({
      hasPasskey: z.boolean(),
      hasPassword: z.boolean(),
    }),
    ...{ refusals: { not_found: 404 }, changes: { nothing: 'a question' } },
  }),
  stepUp: endpoint({
    ...{ ...own, method: 'POST', path: '/session/step-up', rate: 'write', idempotency: 'none' },
    summary: 'Confirm that it is still you, for ten minutes',
    body: z.strictObject({ proof: z.discriminatedUnion('kind', [asPasskey, asPassword]) }),
    output: DONE,
    refusals: {
      ...{ passkey_not_accepted: 422, not_accepted: 422, code_not_accepted: 422 },
      too_many_attempts: 429,
    },
    changes: { kind: 'session' },
  }),
  listSessions: endpoint({
    ...{
      ...own,
      method: 'GET',
      path: '/sessions',
      summary: 'The browsers you are signed in with',
      rate: 'read',
    },
    ...{ output: z.object({ items: z.array(session) }), refusals: {} },
  }),
  endSession: endpoint({
    ...{
      ...own,
      method: 'DELETE',
      path: '/sessions/{id}',
      summary: 'Sign a browser of yours out',
      rate: 'write',
    },
    params: z.strictObject({ id: id<'staff_session'>() }),
    ...{ output: DONE, refusals: { not_found: 404 }, changes: { kind: 'session', id: 'id' } },
  }),
  endOtherSessions: endpoint({
    ...{
      ...own,
      method: 'DELETE',
      path: '/sessions',
      summary: 'Sign all your other browsers out',
      rate: 'write',
    },
    output: z.object({ ended: z.int() }),
    ...{ refusals: {}, changes: { kind: 'session' } },
  }),
};
