import { isIP } from 'node:net';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { ok, type Refusal, type Result } from '../../kernel/index.ts';
import { answerWith, type GuardOptions, reasonOf, resolveGuarded } from './guard.ts';
import { type FetchRefusal, refuseFetch } from './refusal.ts';

/** The certificate by which a host says who it is (X.509). */
export type Certificate = {
  readonly validUntil: Temporal.Instant;
  readonly issuer: string;
  /** Why browsers would not believe it, in OpenSSL's words: `CERT_HAS_EXPIRED`; `undefined` when they would. */
  readonly problem: string | undefined;
};

/** How a host and its certificate stand, with the guard of `guardedFetch`; the certificate of an https address alone. */
export async function lookAtHost(
  address: string,
  options: GuardOptions,
): Promise<
  Result<
    { readonly addresses: readonly string[]; readonly certificate: Certificate | undefined },
    Refusal<FetchRefusal> & { readonly isTransient: boolean }
  >
> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const target = await resolveGuarded(address, options, signal);
  if ('refusal' in target) return target;
  const { url, addresses } = target;
  if (url.protocol !== 'https:') return ok({ addresses, certificate: undefined });
  try {
    return ok({ addresses, certificate: await certificateOf(url, addresses, signal) });
  } catch (error) {
    if (signal.aborted) {
      return refuseFetch('too_slow', `${url.host} took longer than ${options.timeoutMs} ms`, true);
    }
    return refuseFetch('unreachable', `${url.host} cannot be reached: ${reasonOf(error)}`, true);
  }
}

async function certificateOf(
  url: URL,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<Certificate | undefined> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const socket = connect({
    ...{ host, port: Number(url.port) || 443, lookup: answerWith(addresses) },
    ...(isIP(host) ? {} : { servername: host }),
    // Nothing is said to it: what is wrong with it is what is asked.
    rejectUnauthorized: false,
  });
  const cut = () => socket.destroy(new Error('it took too long'));
  signal.addEventListener('abort', cut, { once: true });
  try {
    await new Promise((resolve, reject) => {
      socket.once('secureConnect', resolve).once('error', reject);
    });
    return read(socket);
  } finally {
    signal.removeEventListener('abort', cut);
    socket.destroy();
  }
}

function read(socket: TLSSocket): Certificate | undefined {
  const known: Partial<PeerCertificate> = socket.getPeerCertificate();
  const { valid_to: validTo, issuer } = known;
  if (validTo === undefined) return undefined;
  const problem = socket.authorized ? undefined : String(socket.authorizationError ?? 'unknown');
  return {
    validUntil: Temporal.Instant.fromEpochMilliseconds(Date.parse(validTo)),
    issuer: [issuer?.O ?? issuer?.CN ?? ''].flat().join(' '),
    problem,
  };
}
