import { type CurrencyCode, type Locale, money, toDecimal } from '../../kernel/index.ts';
import { formatAddress, type Shop } from '../markets/index.ts';
import type { Order, OrderLine, Refund } from '../orders/index.ts';
import type { DocumentContent, DocumentLine, DocumentTax, Party } from './document.ts';
import { fill, wordsIn } from './words.ts';

type Numbered = {
  readonly shop: Shop;
  readonly number: string;
  /** Plain date of the shop's zone. */
  readonly issuedOn: string;
  /** How it was paid, or is given back: `Visa •••• 4242`. */
  readonly payment: string;
};

/** The invoice of an order as it was agreed. */
export function invoiceOf(order: Order, about: Numbered): DocumentContent {
  const { totals } = order;
  const delivery = order.quotedDelivery;
  const goods = order.lines.map((line) => shown(order, line.netMinor, line.totalMinor));
  return {
    ...frameOf(order, about),
    kind: 'invoice',
    lines: order.lines.map((line) => {
      const unit = decimal(line.unitMinor, order);
      const amounts = { unit, discount: decimal(line.discountMinor, order) };
      return lineOf(order, line, { ...amounts, quantity: line.quantity, total: shownLine(order, line) });
    }),
    taxes: order.taxes.map((tax) => taxOf(order, tax)),
    totals: {
      goods: decimal(sum(goods), order),
      delivery: decimal(delivery ? shown(order, delivery.netMinor, delivery.totalMinor) : 0n, order),
      net: decimal(totals.totalMinor - totals.taxMinor, order),
      tax: decimal(totals.taxMinor, order),
      total: decimal(totals.totalMinor, order),
    },
  };
}

type Credited = Pick<
  Refund,
  'lines' | 'goodsMinor' | 'deliveryMinor' | 'goodwillMinor' | 'taxes' | 'taxMinor'
>;

/** The credit note of a refund: what is given back of an invoice, by the same rates. */
export function creditNoteOf(
  order: Order,
  refund: Credited,
  about: Numbered & { readonly correctsNumber: string },
): DocumentContent {
  const { locale } = order;
  const ofLines = sum(refund.lines.map(({ taxMinor }) => taxMinor));
  const isNet = !order.pricesIncludeTax;
  const goodsMinor = isNet ? refund.goodsMinor - ofLines : refund.goodsMinor;
  const deliveryMinor = isNet ? refund.deliveryMinor - (refund.taxMinor - ofLines) : refund.deliveryMinor;
  const totalMinor = refund.goodsMinor + refund.deliveryMinor + refund.goodwillMinor;
  const frame = frameOf(order, about);
  return {
    ...frame,
    kind: 'credit_note',
    correctsNumber: about.correctsNumber,
    lines: refund.lines.flatMap(({ lineId, quantity, amountMinor, taxMinor }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      if (!line) return [];
      const total = decimal(isNet ? amountMinor - taxMinor : amountMinor, order);
      const amounts = { quantity, total, unit: decimal(line.unitMinor, order), discount: '0' };
      return [lineOf(order, line, amounts)];
    }),
    taxes: refund.taxes.map((tax) => taxOf(order, tax)),
    totals: {
      goods: decimal(goodsMinor, order),
      delivery: decimal(deliveryMinor, order),
      net: decimal(totalMinor - refund.taxMinor, order),
      tax: decimal(refund.taxMinor, order),
      total: decimal(totalMinor, order),
    },
    remarks: [
      ...frame.remarks,
      ...(refund.goodwillMinor === 0n ? [] : [goodwill(order, refund.goodwillMinor, locale)]),
    ],
  };
}

/** Takes an invoice back whole: what it said, the other way round. */
export function cancellationNoteOf(
  invoice: DocumentContent,
  { number, issuedOn }: Pick<Numbered, 'number' | 'issuedOn'>,
): DocumentContent {
  return { ...invoice, kind: 'credit_note', number, issuedOn, correctsNumber: invoice.number };
}

function frameOf(order: Order, { shop, number, issuedOn, payment }: Numbered) {
  const { billingAddress, shippingAddress } = order;
  const where = { locale: order.locale, homeCountry: shop.country };
  const buyer = formatAddress(billingAddress, where);
  const deliverTo = shippingAddress && formatAddress(shippingAddress, where);
  const isElsewhere = deliverTo !== undefined && deliverTo.join('\n') !== buyer.join('\n');
  return {
    number,
    issuedOn,
    suppliedOn: issuedOn,
    orderNumber: order.number,
    locale: order.locale,
    currency: order.currency,
    pricesIncludeTax: order.pricesIncludeTax,
    seller: sellerOf(shop),
    buyer: { lines: buyer, ...(order.vatId === '' ? {} : { vatId: order.vatId }) },
    ...(isElsewhere ? { deliverTo } : {}),
    payment,
    remarks: isReverseCharged(order) ? [wordsIn(order.locale).reverseCharge] : [],
  };
}

/** Name and address as the shop wrote them, with what the law asks of a seller. */
export function sellerOf(shop: Shop): Party {
  const address = shop.postalAddress.split(/\n|, /).map((line) => line.trim());
  const lines = [shop.legalName, ...address].filter((line) => line !== '');
  return { lines, ...(shop.vatId === '' ? {} : { vatId: shop.vatId }), email: shop.email };
}

/** Directive 2006/112/EC, article 226 (11a): the words have to stand there. */
function isReverseCharged(order: Order): boolean {
  return order.vatId !== '' && order.totals.taxMinor === 0n && order.totals.totalMinor > 0n;
}

function lineOf(
  order: Order,
  line: OrderLine,
  amounts: Pick<DocumentLine, 'quantity' | 'unit' | 'discount' | 'total'>,
): DocumentLine {
  const options = line.options.map(({ value }) => value);
  const details = [options.join(', '), line.sku && `SKU ${line.sku}`].filter(Boolean).join(' · ');
  const rates = line.taxes.map(({ rateMillionths }) => rateText(rateMillionths, order.locale));
  return { title: line.title, details, taxRate: rates.join(' + ') || '–', ...amounts };
}

function taxOf(order: Order, tax: OrderLine['taxes'][number]): DocumentTax {
  return {
    name: tax.name,
    rate: rateText(tax.rateMillionths, order.locale),
    net: decimal(tax.baseMinor, order),
    tax: decimal(tax.taxMinor, order),
  };
}

function rateText(rateMillionths: number, locale: Locale): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 });
  return percent.format(rateMillionths / 1_000_000);
}

function goodwill(order: Order, amountMinor: bigint, locale: Locale): string {
  return fill(wordsIn(locale).goodwill, { amount: decimal(amountMinor, order), currency: order.currency });
}

function shownLine(order: Order, { netMinor, totalMinor }: OrderLine): string {
  return decimal(shown(order, netMinor, totalMinor), order);
}

/** Amounts stand on the document as the shopper saw them: with tax or without. */
function shown({ pricesIncludeTax }: Order, netMinor: bigint, totalMinor: bigint): bigint {
  return pricesIncludeTax ? totalMinor : netMinor;
}

function decimal(minor: bigint, { currency }: { readonly currency: CurrencyCode }): string {
  return toDecimal(money(minor, currency));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
