import type { EventFacts } from '../event.ts';
import { type Campaign, clickValue, readCampaign } from '../traffic/campaign.ts';
import { LIMITS } from './limits.ts';
import type { Params } from './params.ts';

type Page = Campaign & Pick<EventFacts, 'path' | 'title' | 'referrerHost' | 'clickValue'>;

/** The page an event happened on, where its visitor came from, and what its address says of a campaign. */
export function readPage(params: Params): Page {
  const address = readAddress(params, 'page_location');
  const referrer = readAddress(params, 'page_referrer');
  const title = params.text('page_title', LIMITS.titleLength);
  const campaign = address === undefined ? {} : readCampaign(address.searchParams);
  for (const [name, text] of Object.entries(campaign)) {
    if (text.length > LIMITS.campaignLength || text.includes('\0')) {
      params.refuse('page_location', `has a ${name} of more than ${LIMITS.campaignLength} characters`);
    }
  }
  const click = address === undefined ? undefined : clickValue(address.searchParams, campaign.clickId);
  const isFromElsewhere = referrer !== undefined && referrer.host !== '' && referrer.host !== address?.host;
  return {
    ...campaign,
    ...(address === undefined ? {} : { path: openPath(address.pathname) }),
    ...(title === undefined ? {} : { title }),
    ...(isFromElsewhere ? { referrerHost: referrer.hostname } : {}),
    ...(click === undefined ? {} : { clickValue: click }),
  };
}

/** `undefined`, noted, when it is none. A query's own text is never kept: it may hold anything. */
function readAddress(params: Params, name: string): URL | undefined {
  const text = params.text(name, LIMITS.addressLength);
  if (text === undefined) return undefined;
  return (
    URL.parse(text) ?? params.refuse(name, 'must be an address such as https://shop.example/products/mug')
  );
}

// What opens an order or a cart is long, mixed and random; handles are lower case.
const TOKEN = /^(?=.*[A-Z])(?=.*\d)[A-Za-z0-9_-]{20,}$|^[0-9a-f]{32,}$/;

/** Without what opens something to whoever knows it. */
function openPath(path: string): string {
  return path
    .split('/')
    .map((segment) => (TOKEN.test(segment) ? '*' : segment))
    .join('/');
}
