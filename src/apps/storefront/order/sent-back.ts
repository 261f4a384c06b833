import type { IssuedDocument } from '../../../modules/invoices/index.ts';
import type { Order, Refund, Return } from '../../../modules/orders/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { LabelModel, RefundModel, ReturnModel } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import { dayText } from './steps.ts';

/** Goods on their way back: what, in which state, and how to send it once it may be sent. */
export function returnModel(returned: Return, order: Order, site: Site): ReturnModel {
  const { locale } = order;
  const { state, lines, decisionNote } = returned;
  const { timeZone } = site.shop;
  const asked = dayText(returned.requestedAt, locale, timeZone);
  const since = returned.receivedAt ?? returned.decidedAt;
  const title = returned.isWithdrawal ? 'return.withdrawal' : 'return.numbered';
  return {
    title: message(locale, title, { number: String(returned.number) }),
    state,
    stateText: message(locale, `return.state_${state}`),
    text: [
      message(locale, 'return.asked_at', { date: asked }),
      ...(state === 'requested' || since === undefined
        ? []
        : [message(locale, `return.${state}_at`, { date: dayText(since, locale, timeZone) })]),
    ].join(' · '),
    note: decisionNote === '' ? undefined : decisionNote,
    items: lines.flatMap(({ lineId, quantity, reason }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      const why = returned.isWithdrawal ? '' : ` (${message(locale, `return.reason_${reason}`)})`;
      return line ? [`${quantity} × ${line.title}${why}`] : [];
    }),
    sending: state === 'approved' ? sendingOf(returned, order, site) : undefined,
  };
}

/** Where to, and what to write on it, so that the parcel finds its order. */
function sendingOf({ number, label }: Return, order: Order, { shop }: Site): ReturnModel['sending'] {
  const mark = `${order.number}-${number}`;
  const name = shop.legalName === '' ? shop.name : shop.legalName;
  const address = shop.postalAddress.split(/\n|,\s*/).filter((line) => line.trim() !== '');
  return {
    text: message(order.locale, address.length > 0 ? 'return.send_to' : 'return.send_wait', { mark }),
    address: address.length > 0 ? [name, ...address] : [],
    label: label && labelModel(label, order),
  };
}

/** The shop's own label: what to print, and by whom it goes. */
function labelModel(label: NonNullable<Return['label']>, { locale }: Order): LabelModel {
  const { carrier, trackingNumber, url, text } = label;
  const lines = [text, [carrier, trackingNumber].filter(Boolean).join(' ')].filter((line) => line !== '');
  return {
    lines,
    print: url === '' ? undefined : { title: message(locale, 'return.print_label'), href: url },
  };
}

/** Money that goes back: of what it is made, whereto, and its credit note. */
export function refundModel(
  refund: Refund,
  { order, documents, site }: { order: Order; documents: readonly IssuedDocument[]; site: Site },
): RefundModel {
  const { locale, currency } = order;
  const amount = (minor: bigint) => moneyText(minor, currency, locale);
  const { timeZone } = site.shop;
  const at = dayText(refund.doneAt ?? refund.requestedAt, locale, timeZone);
  const some = (rows: readonly (readonly [MessageKey, bigint])[]) => rows.filter(([, minor]) => minor > 0n);
  const note = documents.find(({ kind, reference }) => kind === 'credit_note' && reference === refund.id);
  return {
    title: message(locale, 'refund.numbered', { number: String(refund.number) }),
    stateText: message(locale, `refund.state_${refund.state}`, { date: at }),
    amount: amount(refund.amountMinor),
    parts: some([
      ['refund.goods', refund.goodsMinor],
      ['refund.delivery', refund.deliveryMinor],
      ['refund.goodwill', refund.goodwillMinor],
    ]).map(([key, minor]) => ({ label: message(locale, key), amount: amount(minor) })),
    means: some([
      ['refund.to_payment', refund.paymentMinor],
      ['refund.to_gift_card', refund.giftCardMinor],
      ['refund.to_store_credit', refund.storeCreditMinor],
    ]).map(([key, minor]) => message(locale, key, { amount: amount(minor).text })),
    document: note && {
      title: message(locale, 'order.document_credit_note', { number: note.number }),
      href: site.to(`/orders/${order.number}/documents/${note.number}`),
    },
  };
}
