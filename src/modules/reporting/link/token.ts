import { createHash, randomBytes } from 'node:crypto';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits: the address of a link, told once. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of it; `undefined` for a text that no token looks like. */
export function digestOf(token: string): Buffer | undefined {
  return FORM.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
