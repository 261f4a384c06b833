import { sql } from 'kysely';
import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/id.ts';
import type { PaymentProvider } from '../../provider.ts';
import { signTimestamped, verifyTimestamped } from '../../signature.ts';
import { referenceOf } from './charge.ts';

const HEADER = 'institor-test-signature';

const body = z.object({
  id: z.string().max(100),
  type: z.string().max(100),
  reference: z.string().max(100),
  paymentId: z.string().max(100),
});

type Read = Awaited<ReturnType<PaymentProvider['readWebhook']>>;

export async function readTestWebhook(
  db: Db,
  input: {
    readonly rawBody: Uint8Array;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly now: Temporal.Instant;
  },
): Promise<Read> {
  const { rawBody, now } = input;
  const secrets = await readTestSecrets(db);
  const verified = verifyTimestamped({ header: input.headers[HEADER], rawBody, secrets, now });
  return verified.ok ? eventOf(rawBody) : verified;
}

/** The live keys of the test provider's webhooks, the newest first. */
export async function readTestSecrets(db: Db): Promise<string[]> {
  const { rows } = await sql<{ secret: string }>`
    select secret from payments.test_secret order by created_at desc limit 2`.execute(db);
  return rows.map(({ secret }) => secret);
}

function eventOf(rawBody: Uint8Array): Read {
  const parsed = body.safeParse(jsonOf(rawBody));
  if (!parsed.success) return refuse('unreadable', 'the body is no event of the test provider');
  const { id, type: kind, reference, paymentId } = parsed.data;
  return ok({ id, kind, reference, paymentId });
}

/** The JSON in these bytes, or nothing. */
export function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(rawBody).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A webhook on its way: to be handed to whoever receives webhooks, as it would come in over HTTP. */
export type SignedWebhook = {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

export function signedWebhook(
  about: { readonly paymentId: string; readonly type: string },
  signing: { readonly secrets: readonly string[]; readonly now: Temporal.Instant },
): SignedWebhook {
  const event = { id: `evt_${newId()}`, ...about, reference: referenceOf(about.paymentId) };
  return signWebhook(Buffer.from(JSON.stringify(event)), signing);
}

export function signWebhook(
  rawBody: Uint8Array,
  signing: { readonly secrets: readonly string[]; readonly now: Temporal.Instant },
): SignedWebhook {
  return { rawBody, headers: { [HEADER]: signTimestamped({ rawBody, ...signing }) } };
}
