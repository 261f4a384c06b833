import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';

const TOLERANCE_SECONDS = 300;
/** A header has one signature for each live secret; nobody has more than a few. */
const MOST_SIGNATURES = 10;

/**
 * Verifies `t=SECONDS,v1=HEX[,v1=HEX]`: HMAC-SHA256 over `SECONDS.BODY`, the raw bytes, under any of the live secrets,
 * at most five minutes old or ahead ("Verify webhook signatures manually", Stripe). Every secret is tried against
 * every signature, each in constant time.
 */
export function verifyTimestamped(input: {
  readonly header: string | undefined;
  readonly rawBody: Uint8Array;
  readonly secrets: readonly string[];
  readonly now: Temporal.Instant;
}): Result<undefined, Refusal<'bad_signature' | 'too_old'>> {
  const parts = (input.header ?? '').split(',').map((part) => part.trim().split('='));
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? '';
  const given = parts.flatMap(([name, value]) => (name === 'v1' && value !== undefined ? [value] : []));
  if (!/^\d{1,12}$/.test(seconds) || given.length === 0 || given.length > MOST_SIGNATURES) {
    return refuse('bad_signature', 'the signature header is missing or malformed');
  }
  const expected = input.secrets.map((secret) => digestOf(secret, seconds, input.rawBody));
  const matches = expected.flatMap((digest) => given.map((hex) => isEqual(digest, hex)));
  if (!matches.includes(true)) return refuse('bad_signature', 'the signature is not by a live secret');
  const age = Math.abs(input.now.epochMilliseconds / 1000 - Number(seconds));
  return age > TOLERANCE_SECONDS
    ? refuse('too_old', 'the signature is not of these five minutes')
    : ok(undefined);
}

/** The header that `verifyTimestamped` accepts, one signature for each of the secrets. */
export function signTimestamped(input: {
  readonly rawBody: Uint8Array;
  readonly secrets: readonly string[];
  readonly now: Temporal.Instant;
}): string {
  const seconds = `${Math.floor(input.now.epochMilliseconds / 1000)}`;
  const signatures = input.secrets.map(
    (secret) => `v1=${digestOf(secret, seconds, input.rawBody).toString('hex')}`,
  );
  return [`t=${seconds}`, ...signatures].join(',');
}

function digestOf(secret: string, seconds: string, rawBody: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest();
}

function isEqual(digest: Buffer, hex: string): boolean {
  const given = Buffer.from(hex, 'hex');
  return given.length === digest.length && timingSafeEqual(given, digest);
}
