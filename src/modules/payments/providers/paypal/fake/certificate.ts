import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

export type Signer = { readonly name: string; readonly pem: string; readonly privateKey: KeyObject };

/**
 * A key of its own and a certificate over it, signed by itself (X.509, RFC 5280, 4.1): what PayPal has of an authority,
 * made anew each time a fake is started. Node reads certificates and makes none.
 */
export function makeSigner(validity: {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = sequence(setOf(sequence(COMMON_NAME, tagged(0x0c, Buffer.from('Fake PayPal messages')))));
  const serial = tagged(0x02, Buffer.concat([Buffer.of(0x01), randomBytes(8)]));
  const version = tagged(0xa0, tagged(0x02, Buffer.of(2)));
  const valid = sequence(timeOf(validity.from), timeOf(validity.until));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(version, serial, SHA256_WITH_RSA, name, valid, name, key);
  const signature = createSign('RSA-SHA256').update(content).sign(privateKey);
  const bits = tagged(0x03, Buffer.concat([Buffer.of(0), signature]));
  const certificate = sequence(content, SHA256_WITH_RSA, bits);
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { name: `CERT-${randomBytes(8).toString('hex')}`, pem, privateKey };
}

/** 1.2.840.113549.1.1.11 without parameters (RFC 4055, 5), and 2.5.4.3 (RFC 5280, appendix A). */
const SHA256_WITH_RSA = sequence(tagged(0x06, Buffer.from('2a864886f70d01010b', 'hex')), tagged(0x05));
const COMMON_NAME = tagged(0x06, Buffer.from('550403', 'hex'));

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function setOf(...parts: readonly Buffer[]): Buffer {
  return tagged(0x31, ...parts);
}

/** `20261127023000Z` */
function timeOf(at: Temporal.Instant): Buffer {
  const digits = at.toString({ smallestUnit: 'second' }).replace(/[-:T]/g, '');
  return tagged(0x18, Buffer.from(digits));
}

/** Tag, length, content (X.690, 8.1). */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const short = length < 0x80 ? Buffer.of(length) : undefined;
  const size =
    short ?? (length < 0x100 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 0xff));
  return Buffer.concat([Buffer.of(tag), size, content]);
}
