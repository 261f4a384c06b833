import { networkOf, newToken } from '../../../platform/auth/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { CustomerId } from '../customer.ts';
import { insertSession } from '../store/sessions.ts';
import { SESSION_DAYS, type Session } from './session.ts';

/** Opens a new session, never one that the browser brought along, and tells that somebody signed in. */
export async function openSession(
  tx: Tx,
  input: {
    readonly customerId: CustomerId;
    readonly method: Session['method'];
    readonly ip: string;
    readonly userAgent: string;
    readonly now: Temporal.Instant;
  },
): Promise<{ readonly session: Session; readonly token: string }> {
  const { customerId, now } = input;
  const token = newToken();
  const session: Session = {
    id: newId(),
    method: input.method,
    network: networkOf(input.ip),
    userAgent: input.userAgent.replace(/\p{C}/gu, '').slice(0, 300),
    createdAt: now,
    renewedAt: now,
    expiresAt: now.add({ hours: 24 * SESSION_DAYS }),
  };
  await insertSession(tx, { customerId, session, token });
  await tell(tx, 'customers.signed_in', { customerId, sessionId: session.id });
  return { session, token };
}
