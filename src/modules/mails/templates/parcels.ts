import type { AboutOrder, MailLine, MailModels } from '../model.ts';
import { facts, items, orderButton, quote, text, title } from './order-parts.ts';
import type { Pen, Template } from './template.ts';

export const shipped: Template<MailModels['shipped']> = (order, pen) => {
  const { words } = pen;
  const said = words.shipped;
  return {
    subject: said.subject(order.number),
    preview: order.isComplete ? said.all : said.part,
    blocks: [
      title(said.title),
      text(words.hello(order.name)),
      text(order.isComplete ? said.all : said.part),
      ...items(order.lines, pen),
      ...facts([
        { label: said.carrier, lines: [order.carrier] },
        { label: said.tracking, lines: [order.trackingNumber] },
        { label: words.deliveryTo, lines: order.deliveryAddress },
      ]),
      orderButton(order, pen),
      text(words.reply),
    ],
  };
};

export const delivered: Template<MailModels['delivered']> = (order, pen) =>
  aboutGoods(order, pen, pen.words.delivered, '');

export const returnRequested: Template<MailModels['return_requested']> = (order, pen) =>
  aboutGoods(order, pen, pen.words.returnRequested, '');

export const returnApproved: Template<MailModels['return_approved']> = (order, pen) =>
  aboutGoods(order, pen, pen.words.returnApproved, order.note);

export const returnRejected: Template<MailModels['return_rejected']> = (order, pen) =>
  aboutGoods(order, pen, pen.words.returnRejected, order.note);

export const returnReceived: Template<MailModels['return_received']> = (order, pen) =>
  aboutGoods(order, pen, pen.words.returnReceived, '');

function aboutGoods(
  order: AboutOrder & { readonly lines: readonly MailLine[] },
  pen: Pen,
  said: {
    readonly subject: (number: string) => string;
    readonly title: string;
    readonly body: string;
    readonly note?: string;
  },
  note: string,
) {
  return {
    subject: said.subject(order.number),
    preview: said.body,
    blocks: [
      title(said.title),
      text(pen.words.hello(order.name)),
      text(said.body),
      ...quote(said.note ?? '', note),
      ...items(order.lines, pen),
      orderButton(order, pen),
      text(pen.words.reply),
    ],
  };
}

/** The statement as it was received: this mail is the durable medium. */
export const withdrawalReceipt: Template<MailModels['withdrawal_receipt']> = (given, pen) => {
  const { words } = pen;
  const said = words.withdrawal;
  const received = pen.moment(given.submittedAt);
  return {
    subject: said.subject(given.number),
    preview: `${said.received}: ${received}`,
    blocks: [
      title(said.title),
      text(words.hello(given.name)),
      text(said.body),
      ...facts([
        { label: said.received, lines: [received] },
        { label: said.order, lines: [given.number] },
        { label: said.from, lines: [given.name] },
        { label: said.email, lines: [given.email] },
        ...(given.lines.length === 0 ? [{ label: said.goods, lines: [said.allGoods] }] : []),
      ]),
      ...items(given.lines, pen),
      ...quote(said.statement, given.statement.trim() === '' ? said.plainStatement : given.statement),
      text(words.reply),
    ],
  };
};
