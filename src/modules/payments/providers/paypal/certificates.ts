import type { KeyObject } from 'node:crypto';
import { X509Certificate } from 'node:crypto';
import { request } from 'undici';
import { ProviderUnreachable } from '../../provider.ts';

/** PayPal uses one at a time, and another when it changes. */
const MOST_KEPT = 8;
const MAX_BYTES = 16 * 1024;
const TIMEOUT_MS = 5_000;
const PATH = /^\/v1\/notifications\/certs\/[\w-]{1,100}$/;

/** Where certificates may come from. A fake's address may be any; PayPal's own hosts only over https. */
export type CertificateSource = {
  readonly environment: 'sandbox' | 'live';
  readonly apiBase: string | undefined;
};

/** The certificates that PayPal signs its webhooks with, fetched once and kept as long as they are valid. */
export class Certificates {
  readonly #source: CertificateSource;
  readonly #kept = new Map<string, X509Certificate>();

  constructor(source: CertificateSource) {
    this.#source = source;
  }

  /**
   * The key of the certificate at this address. Nothing where the address is not PayPal's, or there is no certificate
   * that is valid now: whoever could name another address could sign anything.
   *
   * @throws ProviderUnreachable when PayPal does not answer
   */
  async keyAt(address: string, now: Temporal.Instant): Promise<KeyObject | undefined> {
    if (!isPaypals(address, this.#source)) return undefined;
    const certificate = this.#kept.get(address) ?? (await fetchCertificate(address));
    if (certificate === undefined || !isValid(certificate, now)) {
      this.#kept.delete(address);
      return undefined;
    }
    this.#keep(address, certificate);
    return certificate.publicKey;
  }

  #keep(address: string, certificate: X509Certificate): void {
    this.#kept.set(address, certificate);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

const HOSTS = {
  live: new Set(['api.paypal.com', 'api-m.paypal.com']),
  sandbox: new Set(['api.sandbox.paypal.com', 'api-m.sandbox.paypal.com']),
} satisfies Record<CertificateSource['environment'], ReadonlySet<string>>;

/** PayPal's hosts of this environment, or the origin that was set in their place; nothing but a certificate's path. */
export function isPaypals(address: string, { environment, apiBase }: CertificateSource): boolean {
  const url = URL.parse(address);
  if (url === null || !PATH.test(url.pathname) || url.search !== '' || url.username !== '') return false;
  if (apiBase !== undefined) return url.origin === new URL(apiBase).origin;
  return url.protocol === 'https:' && url.port === '' && HOSTS[environment].has(url.hostname);
}

function isValid({ publicKey, validFrom, validTo }: X509Certificate, now: Temporal.Instant): boolean {
  const at = now.epochMilliseconds;
  const isRsa = publicKey.asymmetricKeyType === 'rsa';
  return isRsa && Date.parse(validFrom) <= at && at <= Date.parse(validTo);
}

/** Redirects are not followed: undici follows none. */
async function fetchCertificate(address: string): Promise<X509Certificate | undefined> {
  const response = await answerOf(address);
  if (response.status >= 500 || response.status === 429) {
    throw new ProviderUnreachable('paypal', `its certificate was answered with ${response.status}`);
  }
  return response.status === 200 ? certificateOf(response.body) : undefined;
}

async function answerOf(address: string): Promise<{ readonly status: number; readonly body: Buffer }> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { statusCode: status, body } = await request(address, { signal });
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) return { status: 413, body: Buffer.alloc(0) };
      chunks.push(chunk);
    }
    return { status, body: Buffer.concat(chunks) };
  } catch (error) {
    throw new ProviderUnreachable('paypal', 'its certificate cannot be fetched', error);
  }
}

function certificateOf(pem: Buffer): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    // What stands there is no certificate: nothing is signed with it.
    return undefined;
  }
}
