import type { CurrencyCode } from '../../../kernel/index.ts';

/** Who sold the advertising, as its file's columns tell. */
export type SpendTool = 'google_ads' | 'meta' | 'microsoft_ads' | 'table';

/** What a campaign cost on a day. */
export type SpendRow = {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly day: Temporal.PlainDate;
  /** As the campaign's links say them, so that visits are of it; '' where nothing is said. */
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly currency: CurrencyCode;
  readonly amountMillionths: bigint;
  readonly clicks: number;
  readonly impressions: number;
};

const NEEDED = ['date', 'amount'] as const;
export const SPEND_FIELDS = [
  ...NEEDED,
  ...(['campaign', 'source', 'medium', 'clicks', 'impressions', 'currency'] as const),
] as const;
export type SpendField = (typeof SPEND_FIELDS)[number];

/** Our field → the file's column. */
export type SpendMapping = Readonly<Partial<Record<SpendField, string>>>;
