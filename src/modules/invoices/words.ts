import { fallbacksOf, type Locale } from '../../kernel/index.ts';

/** What stands on documents beside the shop's own words. */
export type DocumentWords = {
  readonly invoice: string;
  readonly credit_note: string;
  readonly packing_slip: string;
  readonly number: string;
  readonly issued: string;
  readonly supplied: string;
  readonly order: string;
  readonly corrects: string;
  readonly billTo: string;
  readonly deliverTo: string;
  readonly item: string;
  readonly quantity: string;
  readonly unitGross: string;
  readonly unitNet: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly discount: string;
  readonly goods: string;
  readonly delivery: string;
  readonly net: string;
  readonly taxOn: string;
  readonly total: string;
  readonly refunded: string;
  readonly payment: string;
  readonly vatId: string;
  readonly page: string;
  readonly note: string;
  readonly shipped: string;
  readonly reverseCharge: string;
  readonly goodwill: string;
  readonly shipping_label: string;
  readonly from: string;
  readonly to: string;
  readonly phone: string;
  readonly tracking: string;
  readonly parcel: string;
  readonly parcelOf: string;
};

const ENGLISH: DocumentWords = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  packing_slip: 'Packing slip',
  number: 'Number',
  issued: 'Date of issue',
  supplied: 'Date of supply',
  order: 'Order',
  corrects: 'Corrects invoice',
  billTo: 'Billed to',
  deliverTo: 'Delivered to',
  item: 'Item',
  quantity: 'Quantity',
  unitGross: 'Price each, incl. tax',
  unitNet: 'Price each, excl. tax',
  taxRate: 'Tax',
  amount: 'Amount',
  discount: 'Discount',
  goods: 'Goods',
  delivery: 'Delivery',
  net: 'Total excl. tax',
  taxOn: '{name} {rate} on {net}',
  total: 'Total',
  refunded: 'Total refunded',
  payment: 'Payment',
  vatId: 'VAT ID',
  page: 'Page {page} of {pages}',
  note: 'Note',
  shipped: 'Shipped on',
  reverseCharge: 'Reverse charge: the customer owes the tax.',
  goodwill: 'Of it a goodwill payment of {amount} {currency}, without tax.',
  shipping_label: 'Shipping label',
  from: 'From',
  to: 'To',
  phone: 'Phone',
  tracking: 'Tracking number',
  parcel: 'Parcel {number}',
  parcelOf: 'Parcel {number} of {of}',
};

const GERMAN: DocumentWords = {
  invoice: 'Rechnung',
  credit_note: 'Rechnungskorrektur',
  packing_slip: 'Lieferschein',
  number: 'Nummer',
  issued: 'Rechnungsdatum',
  supplied: 'Leistungsdatum',
  order: 'Bestellung',
  corrects: 'Korrigiert Rechnung',
  billTo: 'Rechnung an',
  deliverTo: 'Lieferung an',
  item: 'Artikel',
  quantity: 'Menge',
  unitGross: 'Einzelpreis inkl. USt.',
  unitNet: 'Einzelpreis ohne USt.',
  taxRate: 'USt.',
  amount: 'Betrag',
  discount: 'Rabatt',
  goods: 'Waren',
  delivery: 'Versand',
  net: 'Summe ohne USt.',
  taxOn: '{name} {rate} auf {net}',
  total: 'Gesamtbetrag',
  refunded: 'Erstatteter Betrag',
  payment: 'Zahlung',
  vatId: 'USt-IdNr.',
  page: 'Seite {page} von {pages}',
  note: 'Hinweis',
  shipped: 'Versandt am',
  reverseCharge: 'Steuerschuldnerschaft des Leistungsempfängers.',
  goodwill: 'Davon Kulanz {amount} {currency}, ohne Umsatzsteuer.',
  shipping_label: 'Versandetikett',
  from: 'Absender',
  to: 'Empfänger',
  phone: 'Tel.',
  tracking: 'Sendungsnummer',
  parcel: 'Paket {number}',
  parcelOf: 'Paket {number} von {of}',
};

const WORDS: ReadonlyMap<string, DocumentWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
]);

/** In the nearest language there is; English where there is none. */
export function wordsIn(locale: Locale): DocumentWords {
  for (const language of fallbacksOf(locale)) {
    const words = WORDS.get(language);
    if (words) return words;
  }
  return ENGLISH;
}

/** `fill('Page {page} of {pages}', { page: '1', pages: '2' })`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
