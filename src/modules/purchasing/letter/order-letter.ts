import type { Letter } from '../../mails/index.ts';
import type { PurchaseOrder } from '../order/purchase-order.ts';
import type { Supplier } from '../supplier/supplier.ts';
import { dayText } from './order-pdf.ts';
import { filled, letterWords } from './words.ts';

/** What is said to a supplier with the order attached. */
export function orderLetter(order: PurchaseOrder, supplier: Supplier, shopName: string): Letter {
  const words = letterWords(supplier.locale);
  const values = { number: order.number, shop: shopName, day: dayIn(order.expectedOn, supplier) };
  const text = filled(words.text, values);
  return {
    ...{ subject: filled(words.subject, values), preview: text },
    blocks: [
      { kind: 'title', text: filled(words.title, values) },
      { kind: 'text', text },
      { kind: 'text', text: words.pleaseConfirm },
      ...(order.note === '' ? [] : [{ kind: 'quote' as const, label: words.note, text: order.note }]),
      { kind: 'text', text: filled(words.quoteNumber, values) },
    ],
  };
}

/** Asks whether it can come sooner. */
export function soonerLetter(
  order: PurchaseOrder,
  supplier: Supplier,
  { wantedOn, note }: { readonly wantedOn: Temporal.PlainDate; readonly note: string },
): Letter {
  const words = letterWords(supplier.locale);
  const values = { number: order.number, day: dayIn(wantedOn, supplier) };
  const text = filled(words.soonerText, values);
  return {
    ...{ subject: filled(words.soonerSubject, values), preview: text },
    blocks: [
      { kind: 'title', text: filled(words.soonerTitle, values) },
      { kind: 'text', text },
      ...(note === '' ? [] : [{ kind: 'quote' as const, label: words.note, text: note }]),
    ],
  };
}

function dayIn(day: Temporal.PlainDate | undefined, { locale }: Supplier): string {
  return day === undefined ? '' : dayText(day, locale);
}
