import { xmlText } from './xml.ts';

/** Sitemaps may hold 50,000 addresses and 50 MB (sitemaps.org); with alternates ten thousand stay well below both. */
export const SITEMAP_PRODUCTS = 10_000;

export type SitemapEntry = {
  readonly url: string;
  readonly changedAt: Temporal.Instant | undefined;
  readonly alternates: readonly { readonly locale: string; readonly href: string }[];
};

/** A sitemap index (sitemaps.org protocol) of these files. */
export function sitemapIndex(urls: readonly string[]): string {
  const files = urls.map((url) => `<sitemap><loc>${xmlText(url)}</loc></sitemap>`);
  return `${HEADER}<sitemapindex xmlns="${PROTOCOL}">\n${files.join('\n')}\n</sitemapindex>\n`;
}

/** A sitemap, piece by piece as its entries come. */
export async function* sitemap(
  batches: AsyncIterable<readonly SitemapEntry[]> | Iterable<readonly SitemapEntry[]>,
): AsyncGenerator<string> {
  yield `${HEADER}<urlset xmlns="${PROTOCOL}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for await (const batch of batches) yield batch.map(entryText).join('');
  yield '</urlset>\n';
}

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PROTOCOL = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function entryText({ url, changedAt, alternates }: SitemapEntry): string {
  const links = alternates.map(
    ({ locale, href }) =>
      `<xhtml:link rel="alternate" hreflang="${xmlText(locale)}" href="${xmlText(href)}"/>`,
  );
  const changed = changedAt ? `<lastmod>${changedAt.round('second').toString()}</lastmod>` : '';
  return `<url><loc>${xmlText(url)}</loc>${changed}${links.join('')}</url>\n`;
}
