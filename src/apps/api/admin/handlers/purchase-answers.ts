import { type CurrencyCode, money } from '../../../../kernel/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  openValueMinor,
  orderValueMinor,
  type PurchaseOrder,
  rateText,
  readDossier,
  readSuppliers,
  worthOf,
} from '../../../../modules/purchasing/index.ts';
import { moneyOf } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { itemAnswers } from './stock-items.ts';
import { actAnswer } from './transfers.ts';

type Dossier = Awaited<ReturnType<typeof readDossier>>;
type UnitPrice = { readonly priceMinor: bigint; readonly perQuantity: number };

/** Orders as rows of a list. */
export async function orderRows(db: Db, orders: readonly PurchaseOrder[], now: Temporal.Instant) {
  const ids = [...new Set(orders.map(({ supplierId }) => supplierId))];
  const [suppliers, { timeZone }] = await Promise.all([readSuppliers(db, { ids }), readShop(db)]);
  const names = new Map(suppliers.map(({ id, name }) => [id, name]));
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return orders.map((order) => rowOf(order, names.get(order.supplierId) ?? '', today));
}

/** An order with all that is known of it. */
export async function wholeOrder(db: Db, order: PurchaseOrder, now: Temporal.Instant) {
  const [dossier, shop, worthMinor, goods] = await Promise.all([
    readDossier(db, order, now),
    readShop(db),
    worthOf(db, order),
    readItems(
      db,
      order.lines.map(({ variantId }) => variantId),
    ),
  ]);
  const item = await itemAnswers(db, [...goods.values()]);
  const today = now.toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const { supplier, figures, steps } = dossier;
  const inShop = (minor: bigint) => moneyOf(money(minor, shop.defaultCurrency));
  return {
    ...rowOf(order, supplier.name, today),
    ...datesOf(order),
    ...{ note: order.note, rate: rateText(order.rateE10), editedBy: order.editedBy },
    ...{ worth: inShop(worthMinor), hasEmail: supplier.email !== '', minimum: minimumOf(order, supplier) },
    may: dossier.verbs,
    lines: order.lines.map((line) => {
      const known = goods.get(line.variantId);
      return { ...lineAnswer(line, figures.get(line.id), order.currency), item: known && item(known) };
    }),
    ...papersOf(dossier, order.currency, inShop),
    history: steps.map((step) => ({ ...step, at: step.at.toString() })),
  };
}

function rowOf(order: PurchaseOrder, name: string, today: Temporal.PlainDate) {
  const { expectedOn, currency, state } = order;
  const isOpen = state === 'sent' || state === 'confirmed' || state === 'partly_received';
  return {
    ...{ id: order.id, number: order.number, supplier: { id: order.supplierId, name } },
    ...{ locationId: order.locationId, state, currency, version: order.version, made: actAnswer(order.made) },
    expectedOn: expectedOn?.toString(),
    isLate: isOpen && expectedOn !== undefined && Temporal.PlainDate.compare(expectedOn, today) < 0,
    pieces: order.lines.reduce((sum, line) => sum + (line.confirmed.quantity ?? line.quantity), 0),
    received: order.lines.reduce((sum, line) => sum + line.received, 0),
    value: moneyOf(money(orderValueMinor(order), currency)),
    openValue: moneyOf(money(openValueMinor(order), currency)),
  };
}

function datesOf({ expeditedFor, approved, sentAt, confirmedAt, closedAt }: PurchaseOrder) {
  return {
    ...{ expeditedFor: expeditedFor?.toString(), approved: approved && actAnswer(approved) },
    ...{ sentAt: sentAt?.toString(), confirmedAt: confirmedAt?.toString(), closedAt: closedAt?.toString() },
  };
}

function minimumOf(order: PurchaseOrder, { orderMinimumMinor, orderMinimumPieces }: Dossier['supplier']) {
  if (orderMinimumMinor === 0n && orderMinimumPieces === 0) return undefined;
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    ...{ amount: moneyOf(money(orderMinimumMinor, order.currency)), pieces: orderMinimumPieces },
    isReached: orderValueMinor(order) >= orderMinimumMinor && pieces >= orderMinimumPieces,
  };
}

export function priceAnswer({ priceMinor, perQuantity }: UnitPrice, currency: CurrencyCode) {
  return { amount: moneyOf(money(priceMinor, currency)), per: perQuantity };
}

type Figures = Dossier['figures'] extends ReadonlyMap<unknown, infer Of> ? Of : never;

function lineAnswer(line: PurchaseOrder['lines'][number], of: Figures | undefined, currency: CurrencyCode) {
  if (of === undefined) throw new RangeError('an order has figures of each of its lines');
  const { agreed: _, valueMinor, isOtherwise, awaited, ...figures } = of;
  const { confirmed, list, priceMinor, perQuantity, ...told } = line;
  return {
    ...{ ...told, ...figures, value: moneyOf(money(valueMinor, currency)) },
    ...{ toInvoice: awaited.pieces, toInvoiceValue: moneyOf(money(awaited.valueMinor, currency)) },
    price: priceAnswer({ priceMinor, perQuantity }, currency),
    listPrice: list && priceAnswer(list, currency),
    confirmed: {
      ...{ quantity: confirmed.quantity, isOtherwise, expectedOn: confirmed.expectedOn?.toString() },
      price: confirmed.price && priceAnswer(confirmed.price, currency),
    },
  };
}

type InShop = (minor: bigint) => ReturnType<typeof moneyOf>;

function papersOf({ receipts, costs, invoices, returns }: Dossier, currency: CurrencyCode, inShop: InShop) {
  const own = (minor: bigint) => moneyOf(money(minor, currency));
  return {
    receipts: receipts.map(({ received, undone, rateE10, lines, id, number, reference, note }) => ({
      ...{ id, number, reference, note, rate: rateText(rateE10), received: actAnswer(received) },
      ...{ undone: undone && actAnswer(undone) },
      cost: inShop(lines.reduce((sum, { costMinor }) => sum + costMinor, 0n)),
      lines: lines.map((line) => ({
        ...{ lineId: line.lineId, received: line.received, damaged: line.damaged, wrong: line.wrong },
        expiresOn: line.expiresOn?.toString(),
      })),
    })),
    costs: costs.map(({ id, kind, reference, amountMinor, spreadBy, made, clearedMinor, undone }) => ({
      ...{ id, kind, reference, spreadBy, amount: inShop(amountMinor), made: actAnswer(made) },
      invoiced: clearedMinor === undefined ? undefined : inShop(clearedMinor),
      undone: undone && actAnswer(undone),
    })),
    invoices: invoices.map(({ id, number, invoicedOn, dueOn, undone, ...of }) => ({
      ...{ id, number, invoicedOn: invoicedOn.toString(), dueOn: dueOn.toString() },
      ...{ goods: own(of.goodsMinor), charges: own(of.chargesMinor), tax: own(of.taxMinor) },
      undone: undone && actAnswer(undone),
    })),
    returns: returns.map(
      ({ id, reason, reference, note, creditMinor, taxBookedMinor, lines, undone, ...of }) => ({
        ...{ id, reason, reference, note, credit: inShop(creditMinor), tax: inShop(taxBookedMinor) },
        ...{ made: actAnswer(of), undone: undone && actAnswer(undone) },
        lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
      }),
    ),
  };
}
