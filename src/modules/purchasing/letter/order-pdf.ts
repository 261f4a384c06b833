import { type Locale, money, moneyText } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readItems, readLocations } from '../../inventory/index.ts';
import { type ListedDocument, listedPdf } from '../../invoices/index.ts';
import { readShop, type Shop } from '../../markets/index.ts';
import {
  agreedPrice,
  agreedQuantity,
  orderValueMinor,
  type PurchaseOrder,
  type PurchaseOrderLine,
} from '../order/purchase-order.ts';
import { lineValueMinor } from '../source/price.ts';
import { readSupplier } from '../supplier/store.ts';
import type { Supplier } from '../supplier/supplier.ts';
import type { LetterWords } from './letter-words.ts';
import { filled, letterWords } from './words.ts';

type Goods = Awaited<ReturnType<typeof readItems>>;

/** The order as its supplier gets it: a PDF in their language, in the look of the shop's invoices. */
export async function purchaseOrderPdf(db: Db, order: PurchaseOrder): Promise<Buffer> {
  const [shop, supplier, places, goods] = await Promise.all([
    readShop(db),
    readSupplier(db, order.supplierId),
    readLocations(db),
    readItems(
      db,
      order.lines.map(({ variantId }) => variantId),
    ),
  ]);
  if (supplier === undefined) throw new RangeError(`${order.number} has no supplier`);
  const place = places.find(({ id }) => id === order.locationId)?.name ?? '';
  return listedPdf(documentOf(order, { shop, supplier, place, goods }));
}

type About = {
  readonly shop: Shop;
  readonly supplier: Supplier;
  readonly place: string;
  readonly goods: Goods;
};

function documentOf(order: PurchaseOrder, { shop, supplier, place, goods }: About): ListedDocument {
  const { locale } = supplier;
  const words = letterWords(locale);
  const day = (order.sentAt ?? order.made.at).toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const own = [shop.legalName || shop.name, ...linesOf(shop.postalAddress)];
  const amount = (minor: bigint) => moneyText(money(minor, order.currency), locale);
  return {
    ...{ locale, title: `${words.purchaseOrder} ${order.number}`, day: day.toString() },
    seller: { lines: own, email: shop.email, vatId: shop.vatId },
    to: { label: words.supplier, lines: [supplier.name, ...linesOf(supplier.address)] },
    deliverTo: {
      label: words.deliverTo,
      lines: [...own.slice(0, 1), place, ...own.slice(1)].filter(Boolean),
    },
    facts: factsOf(order, { supplier, day }, words),
    columns: [
      { title: words.item },
      { title: words.yourNumber, width: 90 },
      { title: words.quantity, width: 56, align: 'right' },
      { title: words.price, width: 84, align: 'right' },
      { title: words.amount, width: 80, align: 'right' },
    ],
    rows: order.lines.map((line) => rowOf(line, { words, locale, amount, goods })),
    total: [words.total, amount(orderValueMinor(order))],
    notes: [
      ...(order.note === '' ? [] : [`${words.note}: ${order.note}`]),
      filled(words.quoteNumber, { number: order.number }),
    ],
  };
}

function factsOf(
  order: PurchaseOrder,
  { supplier, day }: { readonly supplier: Supplier; readonly day: Temporal.PlainDate },
  words: LetterWords,
): ListedDocument['facts'] {
  const { expectedOn } = order;
  const { locale, incoterm, paymentDays } = supplier;
  return [
    [words.orderedOn, dayText(day, locale)],
    ...(expectedOn ? ([[words.deliverBy, dayText(expectedOn, locale)]] as const) : []),
    ...(incoterm === '' ? [] : ([[words.incoterm, incoterm]] as const)),
    [words.payment, filled(words.paymentDays, { days: paymentDays.toLocaleString(locale) })],
  ];
}

type Drawn = {
  readonly words: LetterWords;
  readonly locale: Locale;
  readonly amount: (minor: bigint) => string;
  readonly goods: Goods;
};

function rowOf(
  line: PurchaseOrderLine,
  { words, locale, amount, goods }: Drawn,
): ListedDocument['rows'][number] {
  const item = goods.get(line.variantId);
  const title = [item?.title ?? line.sku, item?.options].filter(Boolean).join(', ');
  const { priceMinor, perQuantity } = agreedPrice(line);
  const quantity = agreedQuantity(line);
  const per = filled(words.per, { count: perQuantity.toLocaleString(locale) });
  return [
    { text: title, ...(item?.sku ? { below: filled(words.ourNumber, { sku: item.sku }) } : {}) },
    { text: line.sku },
    { text: quantity.toLocaleString(locale) },
    { text: amount(priceMinor), ...(perQuantity === 1 ? {} : { below: per }) },
    { text: amount(lineValueMinor(agreedPrice(line), quantity)) },
  ];
}

export function dayText(day: Temporal.PlainDate, locale: Locale): string {
  return day.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
