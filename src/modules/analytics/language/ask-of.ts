import type { Ask } from '../explore/ask.ts';
import { daysOfSpan } from './days-of-span.ts';
import type { Query } from './query.ts';

/** What a query asks on a day of the shop's zone. How it is drawn is not asked. */
export function askOf({ span, chart: _, ...query }: Query, today: Temporal.PlainDate): Ask {
  const { from, to } = daysOfSpan(span, today.toString());
  return { ...query, span: { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) } };
}
