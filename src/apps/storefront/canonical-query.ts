import type { Route } from './address.ts';
import { handlesIn, suggestText } from './answers/fragments.ts';
import { readListingQuery, writeListingQuery } from './listing-query.ts';
import type { Site } from './site.ts';

/**
 * The part of a query that decides what is shown, always in the same order: the key of the page cache. Campaign
 * parameters and nonsense are not in it, so that they neither miss the cache nor fill it.
 */
export function canonicalQueryOf(route: Route, query: URLSearchParams, site: Site): string {
  switch (route.kind) {
    case 'product':
      return productQuery(query);
    case 'collection':
    case 'category':
    case 'brand':
    case 'search':
      return writeListingQuery(readListingQuery(query, site.currency), site.currency);
    case 'suggest':
      return `?${new URLSearchParams({ q: suggestText(query) })}`;
    case 'cards':
      return `?handles=${handlesIn(query).join(',')}`;
    default:
      return '';
  }
}

// A product has at most three options, and their names are known only once it is read.
const MAX_CHOICES = 4;
const MAX_CHOICE_LENGTH = 300;
const CAMPAIGN = /^(utm_|mc_|_|gad_|ga_|fbclid$|gclid$|gbraid$|wbraid$|msclkid$|ttclid$|ref$|source$)/i;

function productQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const [name, value] of query) {
    if (CAMPAIGN.test(name) || name.length + value.length > MAX_CHOICE_LENGTH || kept.has(name)) continue;
    kept.append(name, value);
    if (kept.size === MAX_CHOICES) break;
  }
  kept.sort();
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}
