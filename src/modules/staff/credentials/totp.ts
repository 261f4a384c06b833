import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, thirty seconds. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** RFC 4226, section 4: at least 128 bits, 160 recommended. */
const SECRET_BYTES = 20;
/** A code of the step before and after is taken too: telephones' clocks are a little off (RFC 6238, section 5.2). */
const STEPS_OFF = 1;

export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/**
 * The step in which `typed` is the code, or `undefined`. A code is good once: keep the step, and take later ones only.
 *
 * @param after the step of the last code that was taken; -1 for none
 */
export function stepOfCode(input: {
  readonly secret: Buffer;
  readonly typed: string;
  readonly after: number;
  readonly now: Temporal.Instant;
}): number | undefined {
  const typed = Buffer.from(input.typed.replace(/\s/g, ''));
  const current = Math.floor(input.now.epochMilliseconds / 1000 / STEP_SECONDS);
  let found: number | undefined;
  // All are compared, so that the time does not tell which was near.
  for (let step = current - STEPS_OFF; step <= current + STEPS_OFF; step += 1) {
    const code = Buffer.from(totpCode(input.secret, step));
    const isIt = typed.length === code.length && timingSafeEqual(typed, code);
    if (isIt && step > input.after) found ??= step;
  }
  return found;
}

/** The code of one step (RFC 4226, section 5.3). */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const binary = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(binary % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** What an authenticator app reads from a picture: `otpauth://totp/Shop:ada@example.com?secret=…`. */
export function totpAddress(input: {
  readonly secret: Buffer;
  readonly shop: string;
  readonly email: string;
}): string {
  // A colon parts the shop from the person.
  const issuer = input.shop.replaceAll(':', ' ').trim();
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(input.email)}`;
  return `otpauth://totp/${label}?secret=${base32(input.secret)}&issuer=${encodeURIComponent(issuer)}`;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6, without padding: what people type when they cannot take a picture. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}
