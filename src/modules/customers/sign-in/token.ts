import { hash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits, in an alphabet that is at home in cookies and forms. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of a token; `undefined` for a text that cannot be one, which is not worth a look-up. */
export function tokenHash(token: string): Buffer | undefined {
  return TOKEN.test(token) ? hash('sha256', token, 'buffer') : undefined;
}

/** Eight digits, so that guessing is hopeless within the tries that an address gets: see `limits.ts`. */
export function newCode(): string {
  return randomInt(100_000_000).toString().padStart(8, '0');
}

/**
 * What is kept of a code: bound to its challenge and purpose, so that it opens nothing else, and not to be found by trying
 * all codes for whoever reads the table without the challenge.
 */
export function codeHash(challenge: string, purpose: string, code: string): Buffer {
  return hash('sha256', `${challenge}\n${purpose}\n${code}`, 'buffer');
}
