import type { Id, Refusal } from '../../../kernel/index.ts';

export type AnnotationId = Id<'annotation'>;

/** A note that somebody put on charts over time. */
export type Annotation = {
  readonly id: AnnotationId;
  /** Days of the shop's zone, both included. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** `undefined`: of the whole shop. */
  readonly market: string | undefined;
  readonly text: string;
  readonly author: string;
};

export type AnnotationRefusal = Refusal<'invalid_span' | 'invalid_text' | 'unknown_market' | 'not_found'>;

/** What the shop knows by itself to have happened on these days. */
export type Happening =
  | { readonly kind: 'price'; readonly variants: number; readonly up: number; readonly down: number }
  | { readonly kind: 'planned_price'; readonly variants: number }
  | { readonly kind: 'promotion'; readonly name: string }
  | { readonly kind: 'stock_out'; readonly title: string }
  | { readonly kind: 'outage'; readonly minutes: number }
  | { readonly kind: 'holiday'; readonly name: string; readonly countries: readonly string[] };

export type Dated<Value> = Value & { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

export type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** The part of a span that lies in these days; `undefined`: none. */
export function within(days: Days, from: Temporal.PlainDate, to: Temporal.PlainDate): Days | undefined {
  const begin = Temporal.PlainDate.compare(from, days.from) < 0 ? days.from : from;
  const end = Temporal.PlainDate.compare(to, days.to) > 0 ? days.to : to;
  return Temporal.PlainDate.compare(begin, end) > 0 ? undefined : { from: begin, to: end };
}
