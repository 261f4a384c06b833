import type { CurrencyCode } from '../../kernel/index.ts';

/** What a line is about. Net sales are all of them but `tax`. */
export const LINE_CLASSES = ['goods', 'delivery', 'fee', 'adjustment', 'discount', 'tax'] as const;
export type LineClass = (typeof LINE_CLASSES)[number];

/** A line of a document from elsewhere, as an import reads it. Amounts are millionths of the currency's unit. */
export type LineDraft = {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly document: string;
  readonly kind: 'sale' | 'refund';
  readonly class: LineClass;
  readonly happenedAt: Temporal.Instant;
  /** In the time zone of the import. */
  readonly day: Temporal.PlainDate;
  /** The key that the file has for who bought; of an e-mail address its SHA-256. */
  readonly customer: string | undefined;
  /** '' where the line is about the document as a whole. */
  readonly sku: string;
  readonly title: string;
  /** Signed: what comes back is negative. */
  readonly quantity: number;
  readonly unitPriceMillionths: bigint;
  /** Signed, without tax. */
  readonly amountMillionths: bigint;
  /** What a piece cost the shop, where the file says it. */
  readonly costMillionths?: bigint | undefined;
  readonly currency: CurrencyCode;
  /** ISO 3166-1 where the name was known, else the name as the file has it. */
  readonly country: string | undefined;
  /** Of a refund: the document whose sale it takes back; `undefined` while nobody knows. */
  readonly cancels: string | undefined;
  /** Of a refund: why it came back; '' or nothing where nobody said. */
  readonly reason?: string | undefined;
};

/** A line as it is kept. */
export type HistoryLine = LineDraft & {
  /** Grows in the order in which imports commit. */
  readonly id: bigint;
  readonly importId: number;
  /** Of the import: whose numbers its documents have. */
  readonly origin: string;
  /** `ORIGIN:DOCUMENT` of the order that it is of: of a refund the one that it takes back, as far as it is known. */
  readonly order: string;
  /** The line that a refund takes back, where it was found. */
  readonly refundOf: bigint | undefined;
};
