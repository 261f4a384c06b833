import { currencyOf, fromDecimal } from '../../../kernel/index.ts';
import type { Reaction } from '../../../platform/outbox/index.ts';
import { queueMail } from '../queue-mail.ts';
import { type LinkDeps, linksTo } from './links.ts';
import { orderOf } from './placed-orders.ts';

/** Each gift card that an order bought goes to who bought it, in a mail of its own that can be passed on. */
export function giftCardReactions(deps: LinkDeps): readonly Reaction[] {
  return [
    {
      name: 'mails.gift_cards_issued',
      topic: 'orders.gift_cards_issued',
      run: async (tx, { id, payload, toldAt: now }) => {
        const order = await orderOf(tx, payload.orderId);
        const linkTo = await linksTo(tx, deps, order);
        const { locale, currency, email: to, billingAddress } = order;
        for (const [index, { code, pin, amount }] of payload.cards.entries()) {
          const value = fromDecimal(amount, currencyOf(currency));
          if (!value) throw new TypeError(`"${amount}" is no amount in ${currency}`);
          const model = {
            ...{ recipientName: billingAddress.name, senderName: '', message: order.giftMessage },
            ...{ currency, amountMinor: value.minor, code, pin, shopUrl: linkTo('/') },
          };
          const mail = { kind: 'gift_card', model, to, locale, orderId: order.id, now } as const;
          await queueMail(tx, { ...mail, dedupeKey: `gift_card:${id}:${index}` });
        }
      },
    },
  ];
}
