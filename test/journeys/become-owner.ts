import { createHmac } from 'node:crypto';
import { firstOwnerLink } from '../../src/modules/staff/index.ts';
import { type Db, transact } from '../../src/platform/database/index.ts';

const PASSWORD = 'correct horse battery staple 7';

export type Owner = {
  /** Name and value of the cookie of a session that has just begun. */
  readonly cookie: readonly [name: string, value: string];
  /** By which the owner confirms that it is still they: the next code, as none is taken twice. */
  readonly confirmation: () => { readonly password: string; readonly code: string };
};

/** Becomes the owner of a shop that has none, by the link of its first start, with a password and an authenticator. */
export async function becomeOwner(db: Db, address: string): Promise<Owner> {
  const link = await transact(db, (tx) => firstOwnerLink(tx, { now: Temporal.Now.instant() }));
  const token = link?.split('#')[1] ?? '';
  const email = 'grace@halden.example';
  const offer = await post(address, '/welcome/authenticator', { token, email });
  const { secret, enrolment } = JSON.parse(offer.text);
  const credential = { kind: 'password', password: PASSWORD, enrolment, code: codeOf(secret) };
  const person = { token, email, name: 'Grace Hopper', language: 'en' };
  const { cookie } = await post(address, '/welcome/accept', { ...person, credential });
  const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
  return {
    cookie: [name, value],
    confirmation: () => ({ password: PASSWORD, code: codeOf(secret, 1) }),
  };
}

async function post(address: string, path: string, body: object) {
  const answer = await fetch(`${address}/api/admin/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), origin: address },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return { text, cookie: answer.headers.get('set-cookie') ?? '' };
}

/** The code that an authenticator shows now for a secret in base 32 (RFC 6238). */
function codeOf(secret: string, later = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(/[\s=]/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
