import type { CurrencyCode } from '../../../kernel/index.ts';
import type { HistoryTexts, KeptPayment, Spend } from '../../history/index.ts';

/** Where in a source a row stands: sources are read forward by it, and no row ever comes before one that was read. */
export type Position = { readonly xid: bigint; readonly id: bigint };

/** Rows after a position in the source's order, at most `limit`; none: there are no more for now. */
export type PageReader<Row extends Position> = (page: {
  readonly after?: Position;
  readonly limit: number;
}) => Promise<readonly Row[]>;

/** A row of the sales journal: what a posting of the ledger says of one line of an order. Minor units, without tax. */
export type SalesEntry = Position & {
  readonly postedAt: Temporal.Instant;
  readonly kind: 'sale' | 'credit' | 'correction' | 'cost' | 'cost_returned' | 'goodwill';
  readonly ledgerKind: string;
  readonly ledgerReference: string;
  readonly orderId: string;
  /** None for delivery and goodwill. */
  readonly lineId: string | undefined;
  readonly quantity: number;
  readonly grossMinor: bigint;
  readonly discountMinor: bigint;
  readonly returnsMinor: bigint;
  readonly shippingMinor: bigint;
  readonly giftCardsMinor: bigint;
  readonly taxMinor: bigint;
  /** In the shop's own currency, whatever the order's is. */
  readonly costMinor: bigint;
  readonly goodwillMinor: bigint;
  readonly currency: CurrencyCode;
};

/** A posting of the ledger with what its transaction says. Debit above zero. */
export type LedgerPosting = Position & {
  readonly transactionId: bigint;
  readonly postedAt: Temporal.Instant;
  readonly kind: string;
  readonly reference: string;
  readonly orderId: string | undefined;
  readonly account: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

/** What an order is by now, for what it is reported under. */
export type OrderFacts = {
  readonly orderId: string;
  readonly number: string;
  readonly market: string;
  readonly currency: CurrencyCode;
  readonly country: string;
  readonly region: string;
  /** The account, or a hash of a guest's address; the same person has the same key. */
  readonly customerKey: string | undefined;
  readonly placedAt: Temporal.Instant;
  readonly lines: readonly {
    readonly lineId: string;
    readonly productId: string;
    readonly variantId: string;
    readonly sku: string;
    readonly title: string;
    readonly options: string;
    /** What promotions took off it, as its price is shown. */
    readonly discounts?: readonly {
      readonly promotionId: string;
      readonly name: string;
      readonly amountMinor: bigint;
    }[];
  }[];
};

/** An attempt to pay as it is now: it stands again where it changed. */
export type PaymentTry = Position & {
  readonly paymentId: string;
  readonly orderId: string;
  readonly happenedAt: Temporal.Instant;
  readonly provider: string;
  readonly mode: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly result: 'captured' | 'authorized' | 'declined' | 'failed' | 'abandoned' | 'open';
  readonly reason: string | undefined;
};

/** A line of a return as it is now; those of one return stand together, and again where it changed. */
export type ReturnedLine = Position & {
  readonly returnId: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly requestedAt: Temporal.Instant;
  readonly state: string;
  readonly reason: string;
  readonly quantity: number;
};

/**
 * A file of the event log: Parquet with `EVENT_COLUMNS` and `part`, the number of the part that an event came with. A part
 * that others were put into has the number of the last of them.
 */
export type EventPart = {
  readonly key: string;
  readonly lastNumber: bigint;
  readonly events: bigint;
};

/** A line of an order from elsewhere. Amounts are millionths of the currency's unit: exact, and rounded when shown. */
export type HistoryFact = {
  readonly id: bigint;
  readonly importId: number;
  readonly origin: string;
  readonly document: string;
  /** `ORIGIN:DOCUMENT` of the order; of a refund that of what it takes back, as far as it is known. */
  readonly order: string;
  /** Of a refund: the line that it takes back. */
  readonly refundOf: bigint | undefined;
  readonly kind: 'sale' | 'refund';
  readonly class: 'goods' | 'delivery' | 'fee' | 'adjustment' | 'discount' | 'tax';
  readonly happenedAt: Temporal.Instant;
  /** Of an e-mail address its SHA-256, as guests of this shop have it; else the key of the other shop. */
  readonly customer: string | undefined;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly amountMillionths: bigint;
  /** What a piece cost, where it is known. */
  readonly costMillionths?: bigint | undefined;
  readonly currency: CurrencyCode;
  readonly country: string | undefined;
  /** Of a refund: why it came back. */
  readonly reason?: string | undefined;
};

/** What there is of a variant now, and from when to when (days, both included) there was nothing of it. */
export type StockFact = {
  readonly variantId: string;
  readonly onHand: number;
  readonly available: number;
  readonly outs: readonly {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate | undefined;
  }[];
};

/** A product of the catalogue, in the shop's own language. One that is gone has no variants. */
export type ProductFact = {
  readonly productId: string;
  readonly title: string;
  /** '' where it has none; so is its category. */
  readonly brand: string;
  /** Its own, with those above it: `Kitchen › Mugs`. */
  readonly category: string;
  readonly collections: readonly string[];
  readonly variants: readonly {
    readonly variantId: string;
    readonly sku: string;
    readonly options: string;
  }[];
};

/** Everything that the warehouse is made of. */
export type FactSources = {
  readonly salesEntries: PageReader<SalesEntry>;
  readonly postings: PageReader<LedgerPosting>;
  readonly paymentTries: PageReader<PaymentTry>;
  readonly returnedLines: PageReader<ReturnedLine>;
  /** In the manager's order; one without countries sells everywhere. */
  readonly markets: () => Promise<
    readonly { readonly code: string; readonly countries: readonly string[] }[]
  >;
  readonly goods: {
    /** Another number when a product is another now, or gone. */
    readonly revision: () => Promise<bigint>;
    /** The products that changed after a revision; all of them after none. */
    readonly changed: (
      after: bigint | undefined,
    ) => Promise<{ readonly isAll: boolean; readonly pages: AsyncIterable<readonly ProductFact[]> }>;
  };
  readonly history: {
    /** Grows when lines that may have been read are others now, or gone: then all are to be read again. */
    readonly revision: () => Promise<bigint>;
    /** Lines after one, as texts of their cells (`TEXT_CELLS` of history). */
    readonly texts: (after: bigint) => AsyncIterable<HistoryTexts>;
    /** What happened at payment providers there, by its ids. */
    readonly payments: (page: {
      readonly after: bigint;
      readonly limit: number;
    }) => Promise<readonly KeptPayment[]>;
  };
  readonly spend: {
    /** Other numbers when rows are others, or more. */
    readonly revision: () => Promise<{ readonly revision: bigint; readonly lastId: bigint }>;
    readonly rows: () => Promise<readonly Spend[]>;
  };
  readonly orderFacts: (orderIds: readonly string[]) => Promise<readonly OrderFacts[]>;
  readonly stock: {
    /** Another number when something moved. */
    readonly revision: () => Promise<bigint>;
    /** Of every variant that is counted; days are those of the zone. */
    readonly variants: (zone: string) => Promise<readonly StockFact[]>;
  };
  readonly eventParts: {
    /** Another number when events that may have been read are gone: then all are to be read again. */
    readonly revision: () => Promise<bigint>;
    /** Those in which there are events of parts after this number. */
    readonly list: (after: bigint) => Promise<readonly EventPart[]>;
    /** The part as a file of this machine. */
    readonly open: (
      part: EventPart,
    ) => Promise<{ readonly path: string; readonly release: () => Promise<void> }>;
  };
  /** The channel of a visit by where it came from: a pure rule. */
  readonly channelOf: (from: CameFrom) => string;
};

export type CameFrom = {
  readonly source: string | undefined;
  readonly medium: string | undefined;
  readonly campaign: string | undefined;
  /** Which kind of click id it had: `gclid`. */
  readonly clickId: string | undefined;
  readonly referrerHost: string | undefined;
};
