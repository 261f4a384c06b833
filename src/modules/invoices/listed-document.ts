import type { Locale } from '../../kernel/index.ts';
import type { Party } from './document.ts';

/** A document of any module that is a list of goods, in the look of the shop's invoices. All of it is text. */
export type ListedDocument = {
  readonly locale: Locale;
  /** `Purchase order PO-12`. */
  readonly title: string;
  /** `2026-11-26`. */
  readonly day: string;
  readonly seller: Party;
  readonly to: { readonly label: string; readonly lines: readonly string[] };
  readonly deliverTo: { readonly label: string; readonly lines: readonly string[] };
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** One without a width takes what is left. */
  readonly columns: readonly {
    readonly title: string;
    readonly width?: number;
    readonly align?: 'left' | 'right';
  }[];
  readonly rows: readonly (readonly { readonly text: string; readonly below?: string }[])[];
  readonly total: readonly [label: string, amount: string];
  readonly notes: readonly string[];
};
