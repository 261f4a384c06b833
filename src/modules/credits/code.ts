import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Under which gift cards are hashed, and nothing else: `openGiftCardKey`. */
export type GiftCardKey = { readonly purpose: 'gift_card'; readonly bytes: Uint8Array };

export function giftCardKeyOf(secret: Uint8Array): GiftCardKey {
  const bytes = new Uint8Array(hkdfSync('sha256', secret, '', 'credits.gift_card', 32));
  return { purpose: 'gift_card', bytes };
}

// 32 characters that nobody takes for another: 16 of them are 80 random bits.
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 16;

export type CodeHashes = { readonly codeHash: string; readonly pinHash: string };

/** A new code, `K7QM-…` in groups of four, and a PIN of six digits. */
export function newCode(): { readonly code: string; readonly pin: string; readonly last4: string } {
  const characters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const code = characters.replace(/.{4}(?=.)/g, '$&-');
  return { code, pin: String(randomInt(1_000_000)).padStart(6, '0'), last4: characters.slice(-4) };
}

/** What is kept of a code and its PIN, however the code was typed. */
export function hashesOf(key: GiftCardKey, { code, pin }: { readonly code: string; readonly pin: string }) {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const hash = (text: string) => createHmac('sha256', key.bytes).update(text).digest('hex');
  return { codeHash: hash(`code ${plain}`), pinHash: hash(`pin ${plain} ${pin.trim()}`) };
}

/** In constant time. */
export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
