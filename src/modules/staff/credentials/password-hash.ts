import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's second setting, about
 * 100 ms here. Raise them and passwords are hashed anew when they are used.
 */
const COST = { memoryKib: 19_456, passes: 2, lanes: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const FORM = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{22})\$([\w+/]{43})$/;

type Cost = { readonly memoryKib: number; readonly passes: number; readonly lanes: number };

/** The password as it is kept, in the form of the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$…$…`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const made = await derive(password, salt, COST);
  const { memoryKib, passes, lanes } = COST;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(made)}`;
}

/** Whether `password` is the one that was kept. Without a kept one it takes as long, and is not. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, memoryKib, passes, lanes, salt = '', hash = ''] = FORM.exec(kept ?? NOBODYS) ?? [];
  if (salt === '') throw new RangeError('a kept password is not in the form that passwords are kept in');
  const cost = { memoryKib: Number(memoryKib), passes: Number(passes), lanes: Number(lanes) };
  const made = await derive(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(made, Buffer.from(hash, 'base64')) && kept !== undefined;
}

/** Whether it was hashed at another cost than is asked for now. */
export function isOutdated(kept: string): boolean {
  const { memoryKib, passes, lanes } = COST;
  return !kept.startsWith(`$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$`);
}

/** Of nobody: what an unknown address is compared with. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryKib},t=${COST.passes},p=${COST.lanes}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

function derive(password: string, nonce: Buffer, { memoryKib, passes, lanes }: Cost): Promise<Buffer> {
  // Keyboards write the same letter in several ways (NIST SP 800-63B-4, section 3.1.1.2).
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  const options = { message, nonce, parallelism: lanes, tagLength: HASH_BYTES, memory: memoryKib, passes };
  return new Promise((resolve, reject) => {
    argon2('argon2id', options, (error, made) => (error ? reject(error) : resolve(made)));
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
