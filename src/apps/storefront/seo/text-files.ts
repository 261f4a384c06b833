import { addressOf } from '../address.ts';
import type { Link } from '../model/index.ts';

/** robots.txt (RFC 9309): everything but searches, fragments and filtered listings, which are endless. */
export function robotsText(origin: string): string {
  return [
    'User-agent: *',
    'Disallow: /cockpit',
    'Disallow: /api/',
    'Disallow: /*search/suggest',
    'Disallow: /*fragments/',
    'Disallow: /*?*f.',
    'Disallow: /*?*price=',
    'Disallow: /*?*stock=',
    'Disallow: /*?*sort=',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}

/** llms.txt (llmstxt.org): what the shop is and where its pages are, as Markdown. */
export function llmsText(input: {
  readonly origin: string;
  readonly shopName: string;
  readonly tagline: string;
  readonly email: string;
  readonly collections: readonly Link[];
  readonly categories: readonly Link[];
  readonly pages: readonly Link[];
  readonly feeds: readonly Link[];
}): string {
  const list = (title: string, links: readonly Link[]) =>
    links.length === 0
      ? []
      : [
          `## ${title}`,
          '',
          ...links.map((link) => `- [${markdown(link.title)}](${input.origin}${link.href})`),
          '',
        ];
  return [
    `# ${markdown(input.shopName)}`,
    '',
    `> ${markdown(input.tagline)}`,
    '',
    `Search: ${input.origin}${addressOf('', '/search')}?q={words}. Contact: ${input.email}.`,
    '',
    ...list('Collections', input.collections),
    ...list('Categories', input.categories),
    ...list('Information', input.pages),
    ...list('Data', input.feeds),
  ].join('\n');
}

/** security.txt (RFC 9116). `Expires` is required and at most a year ahead; it moves on as the file is asked for. */
export function securityText(
  origin: string,
  email: string,
  locales: readonly string[],
  now: Temporal.Instant,
) {
  return [
    `Contact: mailto:${email}`,
    `Expires: ${now
      .add({ hours: 24 * 180 })
      .round('second')
      .toString()}`,
    `Preferred-Languages: ${[...new Set(locales)].join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}

function markdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[[\]<>]/g, '\\$&');
}
