import type { Reaction, Visit } from '../personal/visit.ts';
import { escapeText } from './escape-text.ts';

/**
 * On to the payment provider. Within the shop that is a plain move; elsewhere a page goes there by itself and has the
 * link besides: browsers apply `form-action` to every move after a form, and the policy allows only us.
 */
export function leavePage({ origin, site }: Visit, url: string): Reaction {
  const target = URL.parse(url);
  if (target?.origin === origin) return { kind: 'moved', to: target.pathname + target.search };
  return movingPage(site, url);
}

/** A page that goes there by itself, and has the link besides. */
export function movingPage({ locale }: Visit['site'], url: string): Reaction {
  const href = escapeText(url);
  return {
    kind: 'document',
    policy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    html: `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>…</title>
<meta http-equiv="refresh" content="0; url=${href}"><p><a href="${href}" rel="noreferrer">→ ${escapeText(URL.parse(url)?.host ?? '')}</a></p></html>`,
  };
}
