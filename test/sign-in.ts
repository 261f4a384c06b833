import { sql } from 'kysely';
import { expectOk, localeOf } from '../src/kernel/index.ts';
import {
  type CustomerId,
  requestCode,
  type SignedIn,
  signInWithCode,
} from '../src/modules/customers/index.ts';
import type { Db } from '../src/platform/database/index.ts';

export const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
export const later = (change: Temporal.DurationLike) => NOW.add(change);

type Asked = { readonly challenge: string; readonly code: string; readonly email: string };

/** Asks for a code as a browser does, and finds it in the mail that is due. */
export async function askForCode(
  db: Db,
  email: string,
  change: { readonly ip?: string; readonly now?: Temporal.Instant; readonly changeFor?: CustomerId } = {},
): Promise<Asked> {
  const input = { email, locale: localeOf('en'), ip: '203.0.113.7', now: NOW, ...change };
  const { challenge } = expectOk(await requestCode(db, input));
  const { rows } = await sql<{ code: string }>`
    select payload -> 'mailModel' ->> 'code' as code from platform.outbox
    where topic = 'customers.code_requested' and lower(payload -> 'mailModel' ->> 'email') = lower(${email})
    order by id desc limit 1`.execute(db);
  return { challenge, code: rows[0]?.code ?? '', email };
}

export function typeCode(
  db: Db,
  asked: { readonly challenge: string; readonly code: string },
  change: { readonly ip?: string; readonly now?: Temporal.Instant } = {},
) {
  const browser = { locale: localeOf('en'), ip: '203.0.113.7', userAgent: 'Firefox', now: NOW, ...change };
  return signInWithCode(db, { ...browser, challenge: asked.challenge, code: asked.code });
}

export async function signIn(
  db: Db,
  email: string,
  change: { readonly ip?: string; readonly now?: Temporal.Instant } = {},
): Promise<SignedIn> {
  return expectOk(await typeCode(db, await askForCode(db, email, change), change));
}
