import type { Block } from '../compose/blocks.ts';
import type { AgreedOrder, MailModels } from '../model.ts';
import { amounts, facts, items, orderButton, quote, text, title } from './order-parts.ts';
import type { Pen, Template } from './template.ts';

export const orderConfirmation: Template<MailModels['order_confirmation']> = (order, pen) => {
  const { words } = pen;
  const said = words.confirmation;
  return {
    subject: said.subject(order.number),
    preview: said.title,
    blocks: [
      title(said.title),
      text(words.hello(order.name)),
      text(said[order.payment]),
      ...(order.hasDownloads ? [text(said.downloads)] : []),
      orderButton(order, pen),
      ...agreed(order, pen),
      ...facts([
        { label: words.deliveryBy, lines: [order.deliveryName] },
        { label: words.deliveryTo, lines: order.deliveryAddress },
        { label: words.billingTo, lines: order.billingAddress },
      ]),
      ...quote(words.note, order.note),
      ...quote(words.giftMessage, order.giftMessage),
      ...contract(order, pen),
      text(words.reply),
      ...termsText(order),
    ],
  };
};

/** What the law wants on a durable medium: the terms, and how to withdraw (Directive 2011/83/EU, article 8 (7)). */
function contract(order: MailModels['order_confirmation'], { words }: Pen): readonly Block[] {
  const { terms, termsNone, withdrawal, withdrawalLink } = words.confirmation;
  const accepted = order.termsVersion === 'none' ? termsNone : terms(order.termsVersion);
  const blocks: Block[] = [{ kind: 'small', text: accepted }];
  if (order.withdrawalUrl !== undefined) {
    const link = { label: withdrawalLink, href: order.withdrawalUrl };
    blocks.push({ kind: 'small', text: withdrawal, link });
  }
  return blocks;
}

/** All of it, at the very end: a link would lead to whatever stands there later. */
function termsText({ terms }: MailModels['order_confirmation']): readonly Block[] {
  if (terms === undefined) return [];
  return [
    { kind: 'small', text: terms.title },
    ...terms.lines.map((line) => ({ kind: 'small' as const, text: line })),
  ];
}

export const edited: Template<MailModels['edited']> = (order, pen) => {
  const said = pen.words.edited;
  return {
    subject: said.subject(order.number),
    preview: said.body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(said.body),
      ...items(order.lines, pen),
      ...facts([{ label: pen.words.deliveryTo, lines: order.deliveryAddress }]),
      orderButton(order, pen),
      text(pen.words.reply),
    ],
  };
};

export const cancelled: Template<MailModels['cancelled']> = (order, pen) => {
  const said = pen.words.cancelled;
  return {
    subject: said.subject(order.number),
    preview: said.reasons[order.reason],
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(said.reasons[order.reason]),
      text(said.money),
      ...agreed(order, pen),
      text(pen.words.reply),
    ],
  };
};

export const draftOrder: Template<MailModels['draft_order']> = (order, pen) => {
  const said = pen.words.draft;
  return {
    subject: said.subject(pen.shopName),
    preview: said.body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(said.body),
      ...quote(said.message, order.message),
      ...items(order.lines, pen, order.currency),
      amounts(order, pen),
      { kind: 'button', label: said.action, href: order.payUrl },
      ...(order.payUntil ? [text(said.until(pen.moment(order.payUntil)))] : []),
      text(pen.words.reply),
    ],
  };
};

function agreed(order: AgreedOrder, pen: Pen): readonly Block[] {
  return [
    text(pen.words.orderNumber(order.number)),
    ...items(order.lines, pen, order.currency),
    amounts(order, pen),
  ];
}
