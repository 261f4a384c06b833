import type { MailModels } from '../model.ts';
import { amounts, facts, items, orderButton, text, title } from './order-parts.ts';
import type { Template } from './template.ts';

export const paymentFailed: Template<MailModels['payment_failed']> = (order, pen) => {
  const said = pen.words.paymentFailed;
  const body = said.body(pen.money(order.totalMinor, order.currency));
  return {
    subject: said.subject(order.number),
    preview: body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(body),
      { kind: 'button', label: said.action, href: order.retryUrl },
      text(pen.words.reply),
    ],
  };
};

export const paymentAsked: Template<MailModels['payment_asked']> = (order, pen) => {
  const said = pen.words.paymentAsked;
  const body = said.body(pen.money(order.dueMinor, order.currency));
  return {
    subject: said.subject(order.number),
    preview: body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(body),
      ...items(order.lines, pen, order.currency),
      amounts(order, pen),
      { kind: 'button', label: said.action, href: order.payUrl },
      ...(order.payUntil ? [text(said.until(pen.moment(order.payUntil)))] : []),
      text(pen.words.reply),
    ],
  };
};

export const paymentInstructions: Template<MailModels['payment_instructions']> = (order, pen) => {
  const said = pen.words.instructions;
  const body = said.body(pen.money(order.dueMinor, order.currency));
  return {
    subject: said.subject(order.number),
    preview: body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(body),
      ...facts(order.instructions.map(({ label, value }) => ({ label, lines: [value] }))),
      orderButton(order, pen),
      text(pen.words.reply),
    ],
  };
};

export const refunded: Template<MailModels['refunded']> = (order, pen) => {
  const said = pen.words.refunded;
  const amount = pen.money(order.amountMinor, order.currency);
  const ways = [
    { label: said.toPayment, minor: order.toPaymentMinor },
    { label: said.toGiftCard, minor: order.toGiftCardMinor },
    { label: said.toStoreCredit, minor: order.toStoreCreditMinor },
  ];
  return {
    subject: said.subject(order.number, amount),
    preview: said.body,
    blocks: [
      title(said.title(amount)),
      text(pen.words.hello(order.name)),
      ...items(order.lines, pen, order.currency),
      {
        kind: 'amounts',
        rows: ways
          .filter(({ minor }) => minor > 0n)
          .map(({ label, minor }) => ({ label, amount: pen.money(minor, order.currency) })),
      },
      text(said.body),
      orderButton(order, pen),
      text(pen.words.reply),
    ],
  };
};
