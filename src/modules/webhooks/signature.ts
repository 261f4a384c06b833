import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Standard Webhooks 1.0.0, "Signature scheme": between 24 and 64 bytes. */
const SECRET_BYTES = 32;

export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/**
 * The headers of a message by Standard Webhooks 1.0.0: its id, when it is sent, and `v1,` with the HMAC-SHA256 of
 * `id.timestamp.body` for each live secret, so that a receiver may know either.
 *
 * @param secrets as `newSecret` gives them
 */
export function signedHeaders(
  { id, body, now }: { readonly id: string; readonly body: string; readonly now: Temporal.Instant },
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000));
  const at = new Date(now.epochMilliseconds);
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
