import { parseLocale } from '../../kernel/index.ts';
import type { EventInput } from '../../modules/collector/index.ts';
import { derivedId } from './derived-id.ts';

/** Parameters of gtag.js that have a meaning here, by the names they have in Google Analytics 4. */
const SHARED = { dl: 'page_location', dr: 'page_referrer', dt: 'page_title', ul: 'language' } as const;

const ITEM: Readonly<Record<string, string>> = {
  id: 'item_id',
  nm: 'item_name',
  br: 'item_brand',
  ca: 'item_category',
  c2: 'item_category2',
  c3: 'item_category3',
  c4: 'item_category4',
  c5: 'item_category5',
  va: 'item_variant',
  pr: 'price',
  qt: 'quantity',
  cp: 'coupon',
  ds: 'discount',
  af: 'affiliation',
  ln: 'item_list_name',
  li: 'item_list_id',
  lp: 'index',
  lo: 'location_id',
  pi: 'promotion_id',
  pn: 'promotion_name',
  cn: 'creative_name',
  cs: 'creative_slot',
};

export type GtagHit = {
  readonly events: readonly EventInput[];
  /** gtag's own id of the browser; only where it says that storage for analytics was agreed to. */
  readonly clientId: string | undefined;
};

/**
 * What gtag.js sends to `/g/collect`: one event in the query, or several in the body, a line each, with what they share in
 * the query. The format is Google's own and not documented by it; this is the part that names, pages, parameters and items
 * of shops need (thyngster.com/ga4-measurement-protocol-cheatsheet).
 */
export function readGtag(query: string, body: string, now: Temporal.Instant): GtagHit {
  const shared = new URLSearchParams(query);
  const lines = body.split(/\r?\n/).filter((line) => line !== '');
  const events = (lines.length === 0 ? [''] : lines).map((line, index): EventInput => {
    const own = new URLSearchParams(line);
    const all = new URLSearchParams([...shared, ...own]);
    return {
      id: derivedId(`${query}\n${index}\n${line}`),
      name: own.get('en') ?? shared.get('en') ?? '',
      happenedAt: now,
      params: paramsOf(all),
    };
  });
  // Consent mode: `G1`, then storage for advertising, then for analytics.
  const isAgreed = shared.get('gcs')?.[3] === '1';
  return { events, clientId: isAgreed ? CLIENT_ID.exec(shared.get('cid') ?? '')?.[0] : undefined };
}

const CLIENT_ID = /^[\w.-]{1,100}$/;

function paramsOf(all: URLSearchParams): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  const items: [place: number, item: Record<string, string>][] = [];
  for (const [name, value] of all) {
    const known = sharedName(name);
    const item = /^pr(\d{1,3})$/.exec(name)?.[1];
    if (known === 'language' && parseLocale(value) === undefined) continue;
    if (known !== undefined) params[known] = value;
    else if (name === 'cu') params['currency'] = value;
    else if (name === '_et') params['engagement_time_msec'] = value;
    else if (name.startsWith('ep.')) params[name.slice(3)] = value;
    else if (name.startsWith('epn.')) params[name.slice(4)] = Number(value);
    else if (item !== undefined) items.push([Number(item), itemOf(value)]);
  }
  if (items.length > 0) params['items'] = items.toSorted(([a], [b]) => a - b).map(([, item]) => item);
  return params;
}

function sharedName(name: string): string | undefined {
  return Object.entries(SHARED).find(([key]) => key === name)?.[1];
}

/** `idSKU_1~nmMug~pr9.5~k0colour~v0red`; a `~` of the text itself is doubled. */
function itemOf(text: string): Record<string, string> {
  const item: Record<string, string> = {};
  const names = new Map<string, string>();
  for (const part of text.split(/(?<!~)~(?!~)/)) {
    const [key, value] = [part.slice(0, 2), part.slice(2).replaceAll('~~', '~')];
    const name = ITEM[key];
    const custom = /^([kv])(\d)$/.exec(key);
    if (name !== undefined) item[name] = value;
    else if (custom?.[1] === 'k') names.set(custom[2] ?? '', value);
    else if (custom?.[1] === 'v') item[names.get(custom[2] ?? '') ?? ''] = value;
  }
  return item;
}
