import { minorDigits } from '../../../kernel/index.ts';
import type { PastEvent } from '../../../modules/collector/index.ts';
import { eventsOf } from '../events/events-of.ts';
import type { Visit } from '../visit.ts';

type Fact = PastEvent['event'];

/** As many as the collector takes at once. */
const MOST_EVENTS = 50;

/** The events of a visit as the shop's pages send them to `/collect`: how long before the sending they happened. */
export function batchesOf(
  visit: Visit,
  { url, orderId }: { readonly url: string; readonly orderId: string | undefined },
): object[] {
  const shop = { seed: 1, origin: '', productIds: new Map<string, string>(), collections: [] };
  const events = eventsOf(visit, shop).map(({ event }) => event);
  const last = events.at(-1)?.happenedAt ?? Temporal.Instant.fromEpochMilliseconds(visit.at);
  const { locale, market } = visit.shopper.place;
  const told = events.map((event) => ({
    id: crypto.randomUUID(),
    name: event.name,
    ago: last.epochMilliseconds - event.happenedAt.epochMilliseconds,
    params: paramsOf(event, { url, orderId }),
  }));
  return Array.from({ length: Math.ceil(told.length / MOST_EVENTS) }, (_, batch) => ({
    page: { language: locale, market },
    events: told.slice(batch * MOST_EVENTS, (batch + 1) * MOST_EVENTS),
  }));
}

/** By the names of Google Analytics 4; what is not known is left out. */
function paramsOf(
  event: Fact,
  { url, orderId }: { readonly url: string; readonly orderId: string | undefined },
) {
  const { currency, valueMinor, engagedMs, searchTerm, results, metric, metricValue, referrerHost } = event;
  const decimal = (minor: number) => minor / 10 ** (currency === undefined ? 2 : minorDigits(currency));
  const items = event.items.map(({ price_minor: minor = 0, ...item }) => ({
    ...item,
    price: decimal(minor),
  }));
  return Object.fromEntries(
    Object.entries({
      page_location: addressOf(event, url),
      page_referrer: referrerHost === undefined ? undefined : `https://${referrerHost}/`,
      ...(valueMinor === undefined ? {} : { currency, value: decimal(valueMinor), items }),
      ...{ engagement_time_msec: engagedMs, search_term: searchTerm, results, metric },
      ...{ metric_value: metricValue, transaction_id: event.name === 'purchase' ? orderId : undefined },
    }).filter(([, value]) => value !== undefined),
  );
}

function addressOf({ path = '/', source, medium, campaign, clickId }: Fact, url: string): string {
  const query = new URLSearchParams();
  if (source !== undefined) query.set('utm_source', source);
  if (medium !== undefined) query.set('utm_medium', medium);
  if (campaign !== undefined) query.set('utm_campaign', campaign);
  if (clickId !== undefined) query.set(clickId, 'x');
  return `${url}${path}${query.size === 0 ? '' : `?${query}`}`;
}
