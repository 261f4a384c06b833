import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { parseVisitorId, type Sender, visitorCookieName } from '../../modules/collector/index.ts';
import type { KnownPeople } from './known-people.ts';

export type SenderDeps = {
  readonly people: KnownPeople;
  /** The shop is reached over https only. */
  readonly isSecure: boolean;
  /** A proxy of ours speaks for the client. */
  readonly trustsProxy: boolean;
};

type Browser = Extract<Sender, { kind: 'browser' }>;

/**
 * Who sends, by what the request shows and by cookies. Who is signed in is asked only of those who agreed to statistics:
 * the session's cookie is for nothing else without it (docs/decisions/0004). Global Privacy Control is stronger than a consent
 * that was given before.
 */
export async function senderOf(
  request: FastifyRequest,
  { people, isSecure, trustsProxy }: SenderDeps,
  now: Temporal.Instant,
): Promise<Browser> {
  const { headers, cookies, ip, hostname } = request;
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value.slice(0, 500) : undefined;
  };
  const hasGpc = text('sec-gpc') === '1';
  const known = hasGpc ? undefined : cookies[visitorCookieName(isSecure)];
  const visitorId = parseVisitorId(known ?? '');
  const session = cookies[isSecure ? '__Host-session' : 'session'];
  const isKnown = visitorId !== undefined && session !== undefined;
  return {
    kind: 'browser',
    ...{ ip, site: hostname, userAgent: text('user-agent') ?? '' },
    purpose: text('sec-purpose') ?? text('purpose') ?? text('x-moz'),
    brands: text('sec-ch-ua'),
    acceptLanguage: text('accept-language'),
    isStaff: await people.isStaff(headers.cookie ?? '', now),
    hasGpc,
    country: trustsProxy ? countryOf(text) : undefined,
    visitorId,
    customerId: isKnown ? await people.customerOf(session, now) : undefined,
  };
}

const COUNTRY_HEADERS = [
  'cf-ipcountry',
  'cloudfront-viewer-country',
  'x-vercel-ip-country',
  'x-country-code',
];

/** As proxies of the large networks say it; XX and T1 are Cloudflare's words for "unknown" and "Tor". */
function countryOf(text: (name: string) => string | undefined): string | undefined {
  const said = COUNTRY_HEADERS.map(text).find((one) => one !== undefined);
  return said !== undefined && /^(?!XX)[A-Z]{2}$/.test(said) ? said : undefined;
}
