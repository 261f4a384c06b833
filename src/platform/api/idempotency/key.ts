import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { type ApiProblem, problem } from '../problem.ts';

/** One request with its key. */
export type Claim = {
  /** Of who asked and the key. */
  readonly digest: Buffer;
  /** Of the request. */
  readonly fingerprint: Buffer;
  /** Seals the kept answer. */
  readonly secret: Buffer;
};

/** What was, or is to be, answered: the status and the text of the body. Only these are kept. */
export type Reply = {
  readonly status: number;
  readonly text: string;
  /** Of a refusal. */
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
};

const KEY = /^[\x21-\x7e]{16,255}$/;

/** @param caller who asks, so that nobody is given another's answer */
export function claimOf(
  header: string | string[] | undefined,
  caller: string,
  request: readonly string[],
): Claim | ApiProblem {
  if (header === undefined) {
    const detail = 'send an Idempotency-Key: a UUID, new for each request and the same when you repeat one';
    return problem(400, 'idempotency_key_missing', detail, 'Idempotency-Key');
  }
  if (typeof header !== 'string' || !KEY.test(header)) {
    const detail = 'an Idempotency-Key has 16 to 255 visible ASCII characters';
    return problem(400, 'idempotency_key_invalid', detail, 'Idempotency-Key');
  }
  return {
    digest: digestOf([caller, header]),
    fingerprint: digestOf(request),
    secret: Buffer.from(hkdfSync('sha256', header, caller, 'answer', 32)),
  };
}

export function isClaim(value: Claim | ApiProblem): value is Claim {
  return 'digest' in value;
}

/** AES-256-GCM: nonce, tag, text. */
export function sealAnswer(secret: Buffer, nonce: Buffer, text: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function openAnswer(secret: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

// Lengths stand before the parts, so that no two lists of parts are one text.
function digestOf(parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
