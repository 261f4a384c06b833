import type { MailModels } from '../model.ts';
import { items, quote, text, title } from './order-parts.ts';
import type { Template } from './template.ts';

export const signInCode: Template<MailModels['sign_in_code']> = ({ code, purpose, expiresAt }, pen) => {
  const said = pen.words.code;
  return {
    subject: said.subject(code, pen.shopName),
    preview: said.warning,
    blocks: [
      title(purpose === 'sign_in' ? said.signIn : said.changeEmail),
      { kind: 'code', code },
      text(said.body(pen.moment(expiresAt))),
      { kind: 'small', text: said.warning },
    ],
  };
};

export const emailChanged: Template<MailModels['email_changed']> = ({ email }, pen) => {
  const said = pen.words.emailChanged;
  return {
    subject: said.subject(pen.shopName),
    preview: said.warning,
    blocks: [title(said.title), text(said.body(email)), text(said.warning)],
  };
};

export const cartReminder: Template<MailModels['cart_reminder']> = (cart, pen) => {
  const said = pen.words.cart;
  return {
    subject: said.subject(pen.shopName),
    preview: said.body,
    blocks: [
      title(said.title),
      text(pen.words.hello(cart.name)),
      text(said.body),
      ...items(cart.lines, pen),
      { kind: 'button', label: said.action, href: cart.cartUrl },
      { kind: 'small', text: said.why, link: { label: said.unsubscribe, href: cart.unsubscribeUrl } },
    ],
  };
};

export const giftCard: Template<MailModels['gift_card']> = (card, pen) => {
  const said = pen.words.giftCard;
  const amount = pen.money(card.amountMinor, card.currency);
  return {
    subject: said.subject(amount, pen.shopName),
    preview: said.body,
    blocks: [
      title(said.title(amount)),
      text(pen.words.hello(card.recipientName)),
      ...(card.senderName === '' ? [] : [text(said.from(card.senderName))]),
      ...quote(said.message, card.message),
      text(said.code),
      { kind: 'code', code: card.code },
      text(said.pin),
      { kind: 'code', code: card.pin },
      text(said.body),
      { kind: 'button', label: said.action, href: card.shopUrl },
      { kind: 'small', text: said.warning },
    ],
  };
};
