import { ok, parseId, refuse } from '../../../kernel/index.ts';
import {
  listSessions,
  readSession,
  renewSession,
  requestCode,
  revokeSession,
  type Session,
  signInWithCode,
  signOut,
} from '../../../modules/customers/index.ts';
import type { Authenticate, Handlers } from '../../../platform/api/index.ts';
import { type Db, transact } from '../../../platform/database/index.ts';
import { pageOfAll } from '../page.ts';
import type { signInEndpoints } from './contract/customer.ts';
import { shopperAnswer } from './customer-handlers.ts';
import { customerOf } from './customer-of.ts';
import type { Shopfronts } from './shopfronts.ts';

export type SignInDeps = { readonly db: Db; readonly fronts: () => Shopfronts };

const DONE = ok({ isDone: true });
const MEANWHILE = refuse('renewed_meanwhile', 'another request renewed this session: use its token');

export function signInHandlers({ db, fronts }: SignInDeps): Handlers<typeof signInEndpoints> {
  return {
    requestCode: async ({ body: { email, storefront }, ip, now }) => {
      const front = fronts().get(storefront);
      if (front === undefined) return unknownStorefront(storefront);
      const asked = await requestCode(db, { email, locale: front.locale, ip, now });
      if (!asked.ok) return asked;
      const { challenge, expiresAt } = asked.value;
      return ok({ challenge, expiresAt: expiresAt.toString() });
    },
    signIn: async ({ body: { challenge, code, storefront }, ip, now }) => {
      const front = fronts().get(storefront);
      if (front === undefined) return unknownStorefront(storefront);
      const { locale } = front;
      const signedIn = await signInWithCode(db, { challenge, code, locale, ip, userAgent: 'api', now });
      if (!signedIn.ok) return signedIn;
      const { token, session, customer, isNew } = signedIn.value;
      return ok({ token, expiresAt: session.expiresAt.toString(), isNew, customer: shopperAnswer(customer) });
    },
    renewSession: async ({ caller, now, tx }) => {
      const token = await renewSession(tx, { token: customerOf(caller).session, now });
      return token === undefined ? MEANWHILE : ok({ token });
    },
    signOut: async ({ caller }) => {
      await transact(db, (tx) => signOut(tx, customerOf(caller).session));
      return DONE;
    },
    listSessions: async ({ query, caller, now }) => {
      const { customerId, session: token } = customerOf(caller);
      const current = await readSession(db, { token, now });
      const sessions = await listSessions(db, { customerId, now });
      const itemOf = (session: Session) => sessionAnswer(session, session.id === current?.session.id);
      return pageOfAll('sessions', query, sessions, { keyOf: ({ id }) => id, itemOf });
    },
    revokeSession: async ({ params: { id: sessionId }, caller }) => {
      const { customerId } = customerOf(caller);
      await transact(db, (tx) => revokeSession(tx, { customerId, sessionId }));
      return DONE;
    },
  };
}

/** Who is signed in, by the Authorization header and nothing else: no cookie of a page is looked at. */
export function bySession({
  db,
  now,
}: {
  readonly db: Db;
  readonly now: () => Temporal.Instant;
}): Authenticate {
  return async ({ authorization = '' }) => {
    const session = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    const current = session && (await readSession(db, { token: session, now: now() }));
    if (!current || parseId(current.customer.id) === undefined) return undefined;
    return { kind: 'customer', customerId: current.customer.id, session };
  };
}

function unknownStorefront(prefix: string) {
  return refuse('unknown_storefront', `no storefront has the prefix "${prefix}": see /markets`, 'storefront');
}

function sessionAnswer({ id, method, userAgent, createdAt, renewedAt, expiresAt }: Session, isThis: boolean) {
  const at = { createdAt: createdAt.toString(), renewedAt: renewedAt.toString() };
  return { id, method, userAgent, ...at, expiresAt: expiresAt.toString(), isThis };
}
