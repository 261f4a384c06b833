import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { RelyingParty } from '../src/platform/auth/index.ts';

type Options = { readonly challenge: string };

/** What a test changes about an answer, to see it refused. */
export type Change = {
  readonly challenge?: string;
  readonly origin?: string;
  readonly relyingPartyId?: string;
  readonly isVerified?: boolean;
  readonly userHandle?: string;
  readonly spoilSignature?: boolean;
};

/**
 * A key in software that answers as a browser and its authenticator do (WebAuthn level 3, sections 6.1 and 6.5): ES256,
 * attestation `none`, counting its uses.
 */
export function fakeAuthenticator(relyingParty: RelyingParty, userHandle: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let count = 0;
  const client = (type: string, { challenge }: Options, change: Change) =>
    Buffer.from(
      JSON.stringify({
        ...{ type, challenge: change.challenge ?? challenge, origin: change.origin ?? relyingParty.origin },
        crossOrigin: false,
      }),
    );
  const authData = (change: Change, attested: Buffer) => {
    const flags = 0x01 | (change.isVerified === false ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([
      sha256(change.relyingPartyId ?? relyingParty.id),
      Buffer.from([flags]),
      counter,
      attested,
    ]);
  };
  const text = id.toString('base64url');
  const common = { id: text, rawId: text, type: 'public-key' as const, clientExtensionResults: {} };
  return {
    /** Never counts up again: a copy of a key, as its owner's shop would see it. */
    rewind: (to: number) => {
      count = to;
    },
    make: (options: Options, change: Change = {}) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)]);
      return {
        ...common,
        response: {
          clientDataJSON: client('webauthn.create', options, change).toString('base64url'),
          attestationObject: attestationNone(authData(change, attested)).toString('base64url'),
          transports: ['internal', 'something-new'],
        },
      };
    },
    use: (options: Options, change: Change = {}) => {
      count += 1;
      const [clientData, data] = [client('webauthn.get', options, change), authData(change, Buffer.alloc(0))];
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey);
      if (change.spoilSignature) signature.writeUInt8((signature.at(-1) ?? 0) ^ 1, signature.length - 1);
      return {
        ...common,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: Buffer.from(change.userHandle ?? userHandle).toString('base64url'),
        },
      };
    },
  };
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** CBOR of `{ fmt: 'none', attStmt: {}, authData }` (RFC 8949). */
function attestationNone(data: Buffer): Buffer {
  const head = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  const words = [
    cborText('fmt'),
    cborText('none'),
    cborText('attStmt'),
    Buffer.from([0xa0]),
    cborText('authData'),
  ];
  return Buffer.concat([Buffer.from([0xa3]), ...words, head, data]);
}

/** CBOR of `{ 1: 2, 3: -7, -1: 1, -2: x, -3: y }` (RFC 9053, section 7.1.1). */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    point(x),
    Buffer.from([0x22]),
    point(y),
  ]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}
