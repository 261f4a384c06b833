import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Letter } from '../compose/blocks.ts';
import type { MailWords } from '../words/en.ts';

/** What a template writes with: the words of a language, and how it writes amounts and moments. */
export type Pen = {
  readonly words: MailWords;
  readonly shopName: string;
  readonly money: (minor: bigint, currency: CurrencyCode) => string;
  /** Date and time with the zone, in the shop's zone. */
  readonly moment: (at: Temporal.Instant) => string;
};

export type Template<Model> = (model: Model, pen: Pen) => Letter;
