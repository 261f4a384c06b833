import { addressOf } from '../address.ts';
import type { Crumb, Frame } from '../model/index.ts';

/** The same page in every storefront, and the first storefront for everyone else (`x-default`). */
export function alternatesOf(
  origin: string,
  storefronts: readonly {
    readonly prefix: string;
    readonly locale: string;
    readonly country: string | undefined;
  }[],
  path: string,
): readonly { readonly locale: string; readonly href: string }[] {
  if (storefronts.length < 2) return [];
  const found = new Map<string, string>();
  for (const { prefix, locale, country } of storefronts) {
    const href = origin + addressOf(prefix, path);
    // Two storefronts in one language differ by country; a language takes the first of them.
    if (!found.has(locale)) found.set(locale, href);
    else if (country && !locale.includes('-')) found.set(`${locale}-${country}`, href);
  }
  const first = storefronts.find(({ prefix }) => prefix === '') ?? storefronts[0];
  if (first) found.set('x-default', origin + addressOf(first.prefix, path));
  return [...found].map(([locale, href]) => ({ locale, href }));
}

/** schema.org BreadcrumbList; the last crumb is the page itself. */
export function breadcrumbList(origin: string, crumbs: readonly Crumb[]): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: origin + href,
    })),
  };
}

/** schema.org Organization and WebSite, for the home page. */
export function organization(origin: string, frame: Frame): readonly unknown[] {
  const id = `${origin}/#organization`;
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      '@id': id,
      name: frame.shopName,
      legalName: frame.legalName,
      url: `${origin}/`,
      logo: `${origin}/favicon.png`,
      email: frame.email,
      ...(frame.phone === '' ? {} : { telephone: frame.phone }),
      ...(frame.postalAddress === '' ? {} : { address: frame.postalAddress }),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: frame.shopName,
      url: origin + addressOf(frame.prefix.slice(1), '/'),
      inLanguage: frame.locale,
      publisher: { '@id': id },
    },
  ];
}
