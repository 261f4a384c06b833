import { createHmac } from 'node:crypto';

/**
 * What an authenticator app shows for a secret in base 32 (RFC 6238, RFC 4648): written a second time, so that a test does
 * not agree with our own mistake.
 */
export function authenticatorCode(secret: string, now: Temporal.Instant): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Math.floor(now.epochMilliseconds / 30_000)
    .toString(16)
    .padStart(16, '0');
  const mac = createHmac('sha1', key).update(Buffer.from(step, 'hex')).digest();
  const offset = (mac.at(-1) ?? 0) % 16;
  const number = Number.parseInt(mac.toString('hex').slice(offset * 2, offset * 2 + 8), 16) % 0x8000_0000;
  return String(number % 1_000_000).padStart(6, '0');
}
