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
  for (const [name, text] of Object.entries(address?.said.campaign ?? {})) {
    if (text.length > LIMITS.campaignLength || text.includes('\0')) {
      params.refuse('page_location', `has a ${name} of more than ${LIMITS.campaignLength} characters`);
    }
  }
  const isFromElsewhere = referrer !== undefined && referrer.host !== '' && referrer.host !== address?.host;
  const { campaign = {}, ...seen } = address?.said ?? {};
  return {
    ...campaign,
    ...seen,
    ...(title === undefined ? {} : { title }),
    ...(isFromElsewhere ? { referrerHost: referrer.hostname } : {}),
  };
}

/** `undefined`, noted, when it is none. A query's own text is never kept: it may hold anything. */
function readAddress(params: Params, name: string): Address | undefined {
  const text = params.text(name, LIMITS.addressLength);
  if (text === undefined) return undefined;
  return (
    addressOf(name, text) ??
    params.refuse(name, 'must be an address such as https://shop.example/products/mug')
  );
}

type Address = {
  readonly host: string;
  readonly hostname: string;
  readonly said: { readonly campaign: Campaign } & Pick<Page, 'path' | 'clickValue'>;
};

const last = new Map<string, { readonly text: string; readonly address: Address | undefined }>();

/** What an address says. The events of a batch are of one page: what each parameter said last is read once for all of them. */
function addressOf(name: string, text: string): Address | undefined {
  const before = last.get(name);
  if (before?.text === text) return before.address;
  const address = parsedAddress(text);
  last.set(name, { text, address });
  return address;
}

function parsedAddress(text: string): Address | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const campaign = readCampaign(url.searchParams);
  const click = clickValue(url.searchParams, campaign.clickId);
  const path = openPath(url.pathname);
  return {
    ...{ host: url.host, hostname: url.hostname },
    said: { campaign, path, ...(click === undefined ? {} : { clickValue: click }) },
  };
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
