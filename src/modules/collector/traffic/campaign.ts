import type { Traffic } from './channel.ts';
import { sourceCategoryOf } from './source-categories.ts';

/** What an address says of the campaign that led to it. */
export type Campaign = {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly term?: string;
  readonly content?: string;
  /** Which click id it carries, `gclid`: never its value, which stands for a person. */
  readonly clickId?: string;
};

/** Who adds a click id, and what a click of it is when the address does not say. */
const CLICK_IDS: ReadonlyMap<string, { readonly source: string; readonly medium?: string }> = new Map([
  ['gclid', { source: 'google', medium: 'cpc' }],
  ['gbraid', { source: 'google', medium: 'cpc' }],
  ['wbraid', { source: 'google', medium: 'cpc' }],
  ['dclid', { source: 'google', medium: 'display' }],
  ['msclkid', { source: 'bing', medium: 'cpc' }],
  ['ttclid', { source: 'tiktok', medium: 'cpc' }],
  ['twclid', { source: 'twitter', medium: 'cpc' }],
  ['li_fat_id', { source: 'linkedin', medium: 'cpc' }],
  ['epik', { source: 'pinterest', medium: 'cpc' }],
  // Facebook adds it to every link that leaves, paid or not.
  ['fbclid', { source: 'facebook' }],
]);

const UTM = {
  source: 'utm_source',
  medium: 'utm_medium',
  campaign: 'utm_campaign',
  term: 'utm_term',
  content: 'utm_content',
} as const;

/**
 * The campaign of an address; empty when it has none. A click id alone names its network.
 *
 * @example
 * readCampaign(new URLSearchParams('utm_source=news&utm_medium=email')) // { source: 'news', medium: 'email' }
 * readCampaign(new URLSearchParams('gclid=x')) // { source: 'google', medium: 'cpc', clickId: 'gclid' }
 */
export function readCampaign(query: URLSearchParams): Campaign {
  const said: Record<string, string> = {};
  for (const [field, parameter] of Object.entries(UTM)) {
    const text = query.get(parameter)?.trim();
    if (text) said[field] = text;
  }
  const clickId = [...CLICK_IDS.keys()].find((name) => query.get(name));
  if (clickId === undefined) return said;
  const network = said['source'] === undefined ? CLICK_IDS.get(clickId) : undefined;
  return { ...network, ...said, clickId };
}

/** The value of the address's click id: for who may keep it. */
export function clickValue(query: URLSearchParams, clickId: string | undefined): string | undefined {
  return clickId === undefined ? undefined : (query.get(clickId) ?? undefined);
}

/**
 * Where a session came from, by what its first event says: the campaign before the referrer, as in Google Analytics 4
 * (a search engine is `organic`, any other host `referral`).
 */
export function trafficOf(first: Campaign & { readonly referrerHost?: string }): Traffic {
  const { source, medium, campaign, referrerHost } = first;
  const named = campaign === undefined ? {} : { campaign };
  if (source !== undefined || medium !== undefined || campaign !== undefined) {
    return { source: source ?? '(not set)', medium: medium ?? mediumOf(first), ...named };
  }
  if (referrerHost === undefined) return { source: '(direct)', medium: '(none)' };
  const host = referrerHost.replace(/^www\./, '');
  return { source: host, medium: sourceCategoryOf(host) === 'search' ? 'organic' : 'referral' };
}

/** A click id of a network that also marks unpaid links says no more than where somebody came from. */
function mediumOf({ clickId }: Campaign): string {
  return clickId === undefined ? '(not set)' : (CLICK_IDS.get(clickId)?.medium ?? 'referral');
}
