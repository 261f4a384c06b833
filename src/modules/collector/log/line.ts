import type { EventFacts, Visitor } from '../event.ts';
import type { Device } from '../visit/device.ts';

/**
 * The columns of an event in the inbox, in the log and in the warehouse, by their names and DuckDB's types. In the inbox
 * moments are milliseconds since 1970. `part` is the number of the part in which an event was logged first.
 */
export const EVENT_COLUMNS = [
  ['id', 'varchar'],
  ['happened_at', 'timestamp'],
  ['arrived_at', 'timestamp'],
  ['name', 'varchar'],
  ['mode', 'varchar'],
  ['visitor', 'varchar'],
  ['customer_id', 'varchar'],
  ['market', 'varchar'],
  ['locale', 'varchar'],
  ['currency', 'varchar'],
  ['path', 'varchar'],
  ['title', 'varchar'],
  ['referrer_host', 'varchar'],
  ['source', 'varchar'],
  ['medium', 'varchar'],
  ['campaign', 'varchar'],
  ['term', 'varchar'],
  ['content', 'varchar'],
  ['click_id', 'varchar'],
  ['device', 'varchar'],
  ['browser', 'varchar'],
  ['os', 'varchar'],
  ['country', 'varchar'],
  ['value_minor', 'bigint'],
  ['order_id', 'varchar'],
  ['items', 'varchar'],
  ['search_term', 'varchar'],
  ['results', 'integer'],
  ['engaged_ms', 'bigint'],
  ['metric', 'varchar'],
  ['metric_value', 'double'],
  ['data', 'varchar'],
  ['part', 'bigint'],
] as const;

export type EventColumn = (typeof EVENT_COLUMNS)[number][0];

/** What is known of an event besides what it says itself. */
export type Circumstances = Visitor &
  Partial<Device> & {
    readonly arrivedAt: Temporal.Instant;
    /** ISO 3166-1 alpha-2, as far as a proxy of ours says it: addresses are not kept. */
    readonly country?: string;
    /** Global Privacy Control: nothing is kept that an advertiser could use. */
    readonly hasGpc: boolean;
  };

/** The event as a line of JSON, as the inbox keeps it. What is not known is not in it. */
export function lineOf(event: EventFacts, about: Circumstances): string {
  const { hasGpc, mode } = about;
  const click = event.clickValue !== undefined && mode !== 'cookieless' && !hasGpc;
  const data = {
    ...event.data,
    ...(click ? { click_value: event.clickValue } : {}),
    ...(hasGpc ? { gpc: true } : {}),
  };
  const line = {
    id: event.id,
    happened_at: event.happenedAt.epochMilliseconds,
    arrived_at: about.arrivedAt.epochMilliseconds,
    name: event.name,
    mode,
    visitor: about.visitor,
    customer_id: about.customerId,
    market: event.market,
    locale: event.locale,
    currency: event.currency,
    path: event.path,
    title: event.title,
    referrer_host: event.referrerHost,
    source: event.source,
    medium: event.medium,
    campaign: event.campaign,
    term: event.term,
    content: event.content,
    click_id: event.clickId,
    device: about.device,
    browser: about.browser,
    os: about.os,
    country: about.country,
    value_minor: event.valueMinor,
    order_id: event.orderId,
    items: textOf(event.items),
    search_term: event.searchTerm,
    results: event.results,
    engaged_ms: event.engagedMs,
    metric: event.metric,
    metric_value: event.metricValue,
    data: textOf(data),
  } satisfies Partial<Record<EventColumn, string | number | undefined>>;
  return JSON.stringify(line);
}

function textOf(value: object): string | undefined {
  return Object.keys(value).length === 0 ? undefined : JSON.stringify(value);
}
