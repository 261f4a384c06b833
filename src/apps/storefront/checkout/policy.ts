import { randomBytes } from 'node:crypto';
import type { PaymentProvider } from '../../../modules/payments/index.ts';

type PageOrigins = PaymentProvider['features']['pageOrigins'];

const NOWHERE: PageOrigins = { scripts: [], frames: [], connect: [] };

export const REPORTS_PATH = '/reports/csp';

export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * The content security policy of a page where money is paid (OWASP ASVS 5.0, 3.4.3; PCI DSS 4.0.1, 6.4.3): scripts by
 * nonce alone, frames and connections only to the providers whose fields stand in the page, and nothing of ours in
 * somebody else's frame. Breaches are reported to us.
 */
export function checkoutPolicy(nonce: string, origins: PageOrigins = NOWHERE): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...origins.connect],
    'frame-src': origins.frames.length === 0 ? ["'none'"] : origins.frames,
    'form-action': ["'self'", ...(origins.forms ?? [])],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'report-uri': [REPORTS_PATH],
    'report-to': ['csp'],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...new Set(values)].join(' '))
    .join('; ');
}

/** Where `report-to` leads (Reporting API). */
export const REPORTING_HEADERS = { 'reporting-endpoints': `csp="${REPORTS_PATH}"` };
