import { hash, randomBytes } from 'node:crypto';
import { base32 } from './totp.ts';

const CODES = 10;
/** 80 bits: nothing to guess, so that a plain hash is enough to keep. */
const BYTES = 10;

/** Ten codes, each good once in the place of the authenticator's: `ABCD-EFGH-IJKL-MNOP`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => (base32(randomBytes(BYTES)).match(/.{4}/g) ?? []).join('-'));
}

/** What is kept of one; `undefined` for a text that is none. */
export function recoveryHash(typed: string): Buffer | undefined {
  const plain = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{16}$/.test(plain) ? hash('sha256', plain, 'buffer') : undefined;
}
