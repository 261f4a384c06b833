import type { CurrencyCode } from '../../kernel/index.ts';

/**
 * How a visitor is known. `cookieless`: by a hash that means nothing after a day. `consented`: by an id of this shop's
 * that they agreed to. `signed_in`: by that and as a customer.
 */
export type Mode = 'cookieless' | 'consented' | 'signed_in';

/** A parameter of an event or of one of its items, as it was given. */
export type Given = string | number | boolean;

/** An item of an event, with the parameters of Google Analytics 4 and further ones; `price` became `price_minor`. */
export type EventItem = Readonly<Record<string, Given>> & {
  readonly item_id?: string;
  readonly item_name?: string;
  readonly price_minor?: number;
  readonly quantity?: number;
};

/** An event as somebody sends it: the parameters are those of Google Analytics 4, by their names there. */
export type EventInput = {
  /** A UUID that the sender made. Sent again with the same one, it is the same event. */
  readonly id: string;
  readonly name: string;
  readonly happenedAt: Temporal.Instant;
  readonly params: Readonly<Record<string, unknown>>;
};

/** What an event says by itself. Whatever it does not say is left out. */
export type EventFacts = {
  readonly id: string;
  readonly name: string;
  readonly happenedAt: Temporal.Instant;
  readonly market?: string;
  readonly locale?: string;
  readonly currency?: CurrencyCode;
  /** Without query; segments that open something are a `*`. */
  readonly path?: string;
  readonly title?: string;
  /** Where the visitor came from, if from elsewhere. */
  readonly referrerHost?: string;
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly term?: string;
  readonly content?: string;
  readonly clickId?: string;
  /** Kept only with consent. */
  readonly clickValue?: string;
  readonly valueMinor?: number;
  readonly orderId?: string;
  readonly items: readonly EventItem[];
  readonly searchTerm?: string;
  readonly results?: number;
  readonly engagedMs?: number;
  readonly metric?: string;
  readonly metricValue?: number;
  readonly data: Readonly<Record<string, Given>>;
};

/** Who an event is of. */
export type Visitor = {
  readonly mode: Mode;
  /** A hash or a first-party id. */
  readonly visitor: string;
  readonly customerId?: string;
};
