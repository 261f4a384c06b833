import { hash, randomBytes } from 'node:crypto';

/** 256 random bits, in an alphabet that is at home in cookies, forms and links. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What is kept of a token; `undefined` for a text that cannot be one, which is not worth a look-up. */
export function tokenHash(token: string): Buffer | undefined {
  return TOKEN.test(token) ? hash('sha256', token, 'buffer') : undefined;
}
