import type { CurrencyCode, Id, Locale } from '../../kernel/index.ts';

export type DocumentId = Id<'invoice_document'>;

export type DocumentKind = 'invoice' | 'credit_note';

/**
 * What an invoice or a credit note says, as it was when it was issued: kept as data beside its number, never computed
 * again. Amounts are plain decimals in `currency`; a credit note's are what is given back, above zero.
 *
 * Directive 2006/112/EC, article 226 lists what an invoice has to contain.
 */
export type DocumentContent = {
  readonly kind: DocumentKind;
  /** Sequential and without gaps within its series (article 226 (2)): `2026-000123`. */
  readonly number: string;
  /** Plain dates of the shop's zone. */
  readonly issuedOn: string;
  readonly suppliedOn: string;
  readonly orderNumber: string;
  /** Of a credit note: the invoice that it corrects (article 219). */
  readonly correctsNumber?: string;
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  readonly pricesIncludeTax: boolean;
  readonly seller: Party;
  readonly buyer: Party;
  /** Only where it is another address than the buyer's. */
  readonly deliverTo?: readonly string[];
  readonly lines: readonly DocumentLine[];
  readonly taxes: readonly DocumentTax[];
  readonly totals: {
    /** Of the lines, after their discounts. */
    readonly goods: string;
    readonly delivery: string;
    readonly net: string;
    readonly tax: string;
    readonly total: string;
  };
  /** How it was or will be paid: `Visa •••• 4242`. */
  readonly payment: string;
  /** Reasons that the law wants written out: `Reverse charge`. */
  readonly remarks: readonly string[];
};

export type Party = {
  /** Name first, then the address in its country's order. */
  readonly lines: readonly string[];
  readonly vatId?: string;
  readonly email?: string;
};

export type DocumentLine = {
  readonly title: string;
  /** `Size M, Blue · SKU MUG-1`. */
  readonly details: string;
  readonly quantity: number;
  readonly unit: string;
  /** '0' where there is none. */
  readonly discount: string;
  readonly total: string;
  /** `19 %`; several taxes joined by ` + `. */
  readonly taxRate: string;
};

export type DocumentTax = {
  readonly name: string;
  readonly rate: string;
  readonly net: string;
  readonly tax: string;
};

/** What goes into a parcel. Has no number of its own and no prices. */
export type PackingSlip = {
  readonly orderNumber: string;
  readonly shippedOn: string;
  readonly locale: Locale;
  readonly seller: Party;
  readonly deliverTo: readonly string[];
  readonly lines: readonly { readonly title: string; readonly details: string; readonly quantity: number }[];
  readonly note: string;
};
