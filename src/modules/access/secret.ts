import { createHash, randomBytes } from 'node:crypto';

const FORM = /^ik_[A-Za-z0-9_-]{43}$/;

/** A new key: 256 random bits, with letters in front by which scanners of leaked secrets know it. */
export function newSecret(): string {
  return `ik_${randomBytes(32).toString('base64url')}`;
}

/** What is kept of a key; `undefined` for a text that no key looks like. */
export function digestOf(secret: string): Buffer | undefined {
  return FORM.test(secret) ? createHash('sha256').update(secret).digest() : undefined;
}
