import { newToken } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Customer, CustomerId } from '../customer.ts';
import { readCustomer } from '../store/customers.ts';
import {
  deleteOtherSessions,
  deleteSession,
  deleteSessionByToken,
  findSession,
  replaceToken,
  selectSessions,
} from '../store/sessions.ts';
import { RENEW_HOURS, type Session, type SessionId } from './session.ts';

/** Who this browser is known as; `isDue` asks the caller to change its token by `renewSession`. */
export type CurrentSession = {
  readonly customer: Customer;
  readonly session: Session;
  readonly isDue: boolean;
};

/** The session of a cookie's token; nobody for an unknown, ended or idle one. */
export async function readSession(
  db: Db,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<CurrentSession | undefined> {
  const found = await findSession(db, input.token, input.now);
  const customer = found && (await readCustomer(db, found.customerId));
  if (found === undefined || customer === undefined) return undefined;
  const { session, isFormer } = found;
  const age = session.renewedAt.until(input.now).total('hours');
  return { customer, session, isDue: !isFormer && age >= RENEW_HOURS };
}

/**
 * A new token in the place of this one, for the cookie. The former stays good for a minute; of two tabs that ask at once
 * one changes it, and the other gets `undefined` and keeps what it has.
 */
export async function renewSession(
  tx: Tx,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<string | undefined> {
  const next = newToken();
  return (await replaceToken(tx, { ...input, next })) ? next : undefined;
}

/** Ends the session of this token; the cookie is worth nothing then. */
export async function signOut(tx: Tx, token: string): Promise<void> {
  await deleteSessionByToken(tx, token);
}

/** The browsers in which a customer is signed in, the latest first. */
export function listSessions(
  db: Db,
  input: { readonly customerId: CustomerId; readonly now: Temporal.Instant },
): Promise<Session[]> {
  return selectSessions(db, input.customerId, input.now);
}

/** Ends one of this customer's sessions; of anybody else's nothing happens. */
export async function revokeSession(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly sessionId: SessionId },
): Promise<void> {
  await deleteSession(tx, input);
}

/** Ends all of this customer's sessions but the one that asks. */
export async function revokeOtherSessions(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly sessionId: SessionId },
): Promise<void> {
  await deleteOtherSessions(tx, input);
}
