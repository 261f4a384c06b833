import { sql } from 'kysely';
import { tokenHash } from '../../../platform/auth/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { CustomerId } from '../customer.ts';
import { FORMER_SECONDS, IDLE_DAYS, type Session, type SessionId } from '../sign-in/session.ts';

type SessionRow = {
  id: SessionId;
  customer_id: CustomerId;
  method: Session['method'];
  network: string;
  user_agent: string;
  created_at: Temporal.Instant;
  renewed_at: Temporal.Instant;
  expires_at: Temporal.Instant;
};

const COLUMNS = sql`id, customer_id, method, network, user_agent, created_at, renewed_at, expires_at`;

export async function insertSession(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly session: Session; readonly token: string },
): Promise<void> {
  const { session } = input;
  await sql`
    insert into customers.session (id, customer_id, token_hash, method, network, user_agent, created_at,
      renewed_at, expires_at)
    values (${session.id}, ${input.customerId}, ${tokenHash(input.token)}, ${session.method}, ${session.network},
      ${session.userAgent}, ${session.createdAt.toString()}, ${session.renewedAt.toString()},
      ${session.expiresAt.toString()})`.execute(tx);
}

export async function findSession(
  db: Db,
  token: string,
  now: Temporal.Instant,
): Promise<
  { readonly customerId: CustomerId; readonly session: Session; readonly isFormer: boolean } | undefined
> {
  const hash = tokenHash(token);
  if (hash === undefined) return undefined;
  const { rows } = await sql<SessionRow & { is_former: boolean }>`
    select ${COLUMNS}, token_hash <> ${hash} as is_former from customers.session
    where (token_hash = ${hash} or former_hash = ${hash} and former_until > ${now.toString()}::timestamptz)
      and ${isAlive(now)}`.execute(db);
  const [row] = rows;
  return row && { customerId: row.customer_id, session: sessionOf(row), isFormer: row.is_former };
}

export async function replaceToken(
  tx: Tx,
  input: { readonly token: string; readonly next: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const hash = tokenHash(input.token);
  if (hash === undefined) return false;
  const { numAffectedRows } = await sql`
    update customers.session set token_hash = ${tokenHash(input.next)}, former_hash = token_hash,
      former_until = ${input.now.add({ seconds: FORMER_SECONDS }).toString()}, renewed_at = ${input.now.toString()}
    where token_hash = ${hash} and ${isAlive(input.now)}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function deleteSessionByToken(tx: Tx, token: string): Promise<void> {
  const hash = tokenHash(token);
  if (hash === undefined) return;
  await sql`delete from customers.session where token_hash = ${hash} or former_hash = ${hash}`.execute(tx);
}

export async function selectSessions(
  db: Db,
  customerId: CustomerId,
  now: Temporal.Instant,
): Promise<Session[]> {
  const { rows } = await sql<SessionRow>`
    select ${COLUMNS} from customers.session where customer_id = ${customerId} and ${isAlive(now)}
    order by renewed_at desc, id desc`.execute(db);
  return rows.map(sessionOf);
}

export async function deleteSession(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly sessionId: SessionId },
): Promise<void> {
  await sql`
    delete from customers.session
    where id = ${input.sessionId} and customer_id = ${input.customerId}`.execute(tx);
}

export async function deleteOtherSessions(
  tx: Tx,
  input: { readonly customerId: CustomerId; readonly sessionId: SessionId },
): Promise<void> {
  await sql`
    delete from customers.session
    where id <> ${input.sessionId} and customer_id = ${input.customerId}`.execute(tx);
}

export async function deleteEndedSessions(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`delete from customers.session where not (${isAlive(now)})`.execute(db);
}

function isAlive(now: Temporal.Instant) {
  const idleSince = now.subtract({ hours: 24 * IDLE_DAYS }).toString();
  return sql`expires_at > ${now.toString()}::timestamptz and renewed_at > ${idleSince}::timestamptz`;
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    method: row.method,
    network: row.network,
    userAgent: row.user_agent,
    createdAt: row.created_at,
    renewedAt: row.renewed_at,
    expiresAt: row.expires_at,
  };
}
