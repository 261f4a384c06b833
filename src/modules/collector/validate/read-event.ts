import { parseCurrency, parseId, parseLocale } from '../../../kernel/index.ts';
import type { EventFacts, EventInput } from '../event.ts';
import { LIMITS } from './limits.ts';
import { minorUnits } from './minor-units.ts';
import { Params, type Problem } from './params.ts';
import { readItems } from './read-items.ts';
import { readPage } from './read-page.ts';

export type ReadEvent =
  | { readonly ok: true; readonly event: EventFacts }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const RESERVED = /^(?:ga|google|firebase|gtag)_/;

/**
 * Reads an event by the rules of Google Analytics 4 (developers.google.com/analytics/devguides/collection/ga4/reference):
 * `value` needs `currency`, an item an id or a name. Parameters without a meaning of their own are kept as data. All that is
 * wrong with it is named, field by field.
 *
 * A `purchase` or `refund` keeps the order it is about and no money: what was sold and given back is in the books.
 *
 * @example
 * readEvent({ id, name: 'view_item', happenedAt, params: { value: 19.99, items: [{}] } })
 * // { ok: false, problems: [{ field: 'currency', … }, { field: 'items[0].item_id', … }] }
 */
export function readEvent({ id, name, happenedAt, params: given }: EventInput): ReadEvent {
  const params = new Params(given);
  if (parseId(id) === undefined) params.refuse('id', 'must be a UUID in lower case');
  if (!NAME.test(name)) params.refuse('name', 'must be letters, digits and underscores, at most 40');
  else if (RESERVED.test(name)) params.refuse('name', 'begins with what Google keeps for itself');
  const isBooked = name === 'purchase' || name === 'refund';
  const money = readMoney(params);
  const event = {
    ...{ id, name, happenedAt },
    ...readPage(params),
    ...readContext(params),
    ...readMeasures(params, name),
    ...(isBooked ? { items: [] } : money),
    ...readOrder(params, isBooked),
    data: readRest(params),
  };
  return params.problems.length === 0 ? { ok: true, event } : { ok: false, problems: params.problems };
}

function readMoney(params: Params): Pick<EventFacts, 'currency' | 'valueMinor' | 'items'> {
  const code = params.text('currency', 3);
  const currency = code === undefined ? undefined : parseCurrency(code);
  if (code !== undefined && currency === undefined) params.refuse('currency', 'must be a code such as EUR');
  const value = params.decimal('value');
  if (value !== undefined && code === undefined) params.refuse('currency', 'is needed where `value` is');
  const valueMinor = value && currency ? minorUnits(value, currency) : undefined;
  if (value && currency && valueMinor === undefined) params.refuse('value', 'is too large');
  return {
    ...(currency === undefined ? {} : { currency }),
    ...(valueMinor === undefined ? {} : { valueMinor }),
    items: readItems(params, currency),
  };
}

function readContext(params: Params): Pick<EventFacts, 'market' | 'locale'> {
  const market = params.text('market', 40);
  const language = params.text('language', 35);
  const locale = language === undefined ? undefined : parseLocale(language);
  if (language !== undefined && locale === undefined)
    params.refuse('language', 'must be a tag such as en-GB');
  return { ...(market === undefined ? {} : { market }), ...(locale === undefined ? {} : { locale }) };
}

/** Web Vitals as their own library names them (web.dev/articles/vitals). */
const METRICS: ReadonlySet<string> = new Set(['LCP', 'INP', 'CLS', 'FCP', 'TTFB']);

function readMeasures(
  params: Params,
  name: string,
): Pick<EventFacts, 'searchTerm' | 'results' | 'engagedMs' | 'metric' | 'metricValue'> {
  const searchTerm = params.text('search_term', LIMITS.searchTermLength);
  const results = params.whole('results', 1_000_000_000);
  const engagedMs = params.whole('engagement_time_msec', LIMITS.engagedMs);
  if (name === 'search' && searchTerm === undefined) params.refuse('search_term', 'is needed of a search');
  const vital = name === 'web_vital' ? readVital(params) : {};
  return {
    ...(searchTerm === undefined ? {} : { searchTerm }),
    ...(results === undefined ? {} : { results }),
    ...(engagedMs === undefined ? {} : { engagedMs }),
    ...vital,
  };
}

function readVital(params: Params): Pick<EventFacts, 'metric' | 'metricValue'> {
  const metric = params.text('metric', 10);
  const value = params.decimal('metric_value');
  if (metric === undefined || !METRICS.has(metric)) {
    params.refuse('metric', `must be one of ${[...METRICS].join(', ')}`);
    return {};
  }
  if (value === undefined || Number(value) < 0) {
    params.refuse('metric_value', 'must be a number that is at least 0');
    return {};
  }
  return { metric, metricValue: Number(value) };
}

function readOrder(params: Params, isNeeded: boolean): Pick<EventFacts, 'orderId'> {
  const orderId = params.text('transaction_id', LIMITS.orderIdLength);
  if (orderId === undefined && isNeeded)
    params.refuse('transaction_id', 'is needed: which order it is about');
  return orderId === undefined ? {} : { orderId };
}

function readRest(params: Params): EventFacts['data'] {
  // The sender's own sessions: ours are derived from the events by one rule.
  for (const name of ['session_id', 'session_number', 'debug_mode', 'send_to']) params.take(name);
  return params.rest({ most: LIMITS.params, longest: LIMITS.paramLength });
}
