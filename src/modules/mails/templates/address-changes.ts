import type { MailModels } from '../model.ts';
import { facts, orderButton, text, title } from './order-parts.ts';
import type { Template } from './template.ts';

export const addressChangeAsked: Template<MailModels['address_change_asked']> = (order, pen) => {
  const said = pen.words.addressChangeAsked;
  const money = (minor: bigint) => pen.money(minor, order.currency);
  const body = said.body(money(order.dueMinor));
  return {
    subject: said.subject(order.number),
    preview: body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(body),
      ...facts([
        { label: said.now, lines: order.oldAddress },
        { label: said.there, lines: order.address },
      ]),
      {
        kind: 'amounts',
        rows: [
          { label: said.oldTotal, amount: money(order.oldTotalMinor) },
          { label: said.newTotal, amount: money(order.totalMinor) },
          { label: said.due, amount: money(order.dueMinor), isTotal: true },
        ],
      },
      { kind: 'button', label: said.action, href: order.payUrl },
      text(said.until(pen.moment(order.payUntil))),
      text(pen.words.reply),
    ],
  };
};

export const addressChangeEnded: Template<MailModels['address_change_ended']> = (order, pen) => {
  const said = pen.words.addressChangeEnded;
  return {
    subject: said.subject(order.number),
    preview: said.body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(said.body),
      ...(order.isPaidBack ? [text(said.paidBack(pen.money(order.dueMinor, order.currency)))] : []),
      ...facts([{ label: said.now, lines: order.deliveryAddress }]),
      orderButton(order, pen),
      text(pen.words.reply),
    ],
  };
};
