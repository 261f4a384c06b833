import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keeps what must not be readable in a stolen database or backup: providers' credentials, webhooks' secrets. */
export type Secrets = {
  /** The sealed text, for the database. Sealing the same twice gives two texts. */
  readonly seal: (plain: string) => string;
  /**
   * What was sealed.
   *
   * @throws UnreadableSecret when it was changed, or sealed with a key that this process does not have
   */
  readonly open: (sealed: string) => string;
  /** Whether it was sealed with an older key, and should be sealed again so that that key can be thrown away. */
  readonly isOutdated: (sealed: string) => boolean;
};

export class UnreadableSecret extends Error {}

/** AES-256: */
export const KEY_BYTES = 32;
// NIST SP 800-38D, section 8.2.2: random, 96 bits, for far fewer than 2^32 messages a key.
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/**
 * Seals with the first key and opens with any, by AES-256-GCM. An envelope is `v1.<key id>.<IV, text and tag in base64url>`;
 * version and key id are authenticated with the text.
 *
 * @param keys of 32 bytes each, the newest first
 *
 * @example
 * const secrets = withKeys([newKey, oldKey]);
 * secrets.open(withKeys([oldKey]).seal('sk_live_1')); // 'sk_live_1'
 */
export function withKeys(keys: readonly Buffer[]): Secrets {
  const [current] = keys;
  if (!current || keys.some((key) => key.length !== KEY_BYTES)) {
    throw new RangeError(`secrets need one or more keys of ${KEY_BYTES} bytes`);
  }
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const currentPrefix = `${VERSION}.${keyId(current)}`;
  return {
    seal: (plain) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current, iv).setAAD(Buffer.from(currentPrefix));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `${currentPrefix}.${Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url')}`;
    },
    open: (sealed) => open(byId, sealed),
    isOutdated: (sealed) => !sealed.startsWith(`${currentPrefix}.`),
  };
}

function open(keys: ReadonlyMap<string, Buffer>, sealed: string): string {
  const [version, id = '', body = ''] = sealed.split('.');
  if (version !== VERSION) throw new UnreadableSecret('this is not a sealed secret, or of a later version');
  const key = keys.get(id);
  if (!key) {
    throw new UnreadableSecret(
      `a secret was sealed with the key ${id}, which is neither in SECRET_KEY nor in secret.key: bring the key back, ` +
        'or enter the secret anew',
    );
  }
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new UnreadableSecret('a sealed secret was cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(`${version}.${id}`))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return plain.toString('utf8');
  } catch (error) {
    throw new UnreadableSecret('a sealed secret was changed after it was sealed', { cause: error });
  }
}

/** Names a key without telling anything of it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update('institor key id').update(key).digest('hex').slice(0, 8);
}
