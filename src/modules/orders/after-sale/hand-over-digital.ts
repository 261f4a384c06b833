import { sql } from 'kysely';
import { money, parseId, toDecimal } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { type Reaction, tell } from '../../../platform/outbox/index.ts';
import { type GiftCardKey, issueGiftCard } from '../../credits/index.ts';
import type { Order, OrderLine } from '../order.ts';
import { insertEvent } from '../store/change-order.ts';
import { openQuantity } from './fulfil-order.ts';
import { openOrder } from './open-order.ts';
import { insertFulfilment, markDelivered } from './store/fulfilments.ts';
import { countPieces, writePieces } from './store/pieces.ts';

/** What needs no parcel is handed over as soon as an order is paid: downloads, and gift cards, which are issued then. */
export function handOverReactions(giftCardKey: GiftCardKey): readonly Reaction[] {
  const run = async (tx: Tx, payload: { readonly orderId: string }, now: Temporal.Instant) => {
    const orderId = parseId<'order'>(payload.orderId);
    const opened = orderId && (await openOrder(tx, orderId, 'fulfil'));
    if (opened?.ok) await handOver(tx, opened.value, { giftCardKey, now });
  };
  return [
    {
      name: 'orders.hand_over_digital',
      topic: 'orders.paid',
      run: (tx, { payload, toldAt }) => run(tx, payload, toldAt),
    },
    {
      name: 'orders.hand_over_captured',
      topic: 'orders.captured',
      run: (tx, { payload, toldAt }) => run(tx, payload, toldAt),
    },
  ];
}

type Giving = { readonly giftCardKey: GiftCardKey; readonly now: Temporal.Instant };

async function handOver(tx: Tx, order: Order, giving: Giving): Promise<void> {
  const { now } = giving;
  // An authorised card may still be taken back; a gift card that was sent may not.
  const isPaid = order.facts.capturedMinor >= order.facts.dueMinor;
  const lines = order.lines.filter((line) => {
    const isDigital = line.kind === 'digital' || (line.kind === 'gift_card' && isPaid);
    return isDigital && openQuantity(line) > 0;
  });
  if (lines.length === 0) return;
  const pieces = lines.map((line) => ({ lineId: line.id, quantity: openQuantity(line) }));
  const id = newId<'fulfilment'>();
  const parcel = { id, lines: pieces, carrier: '', trackingNumber: '', shippedAt: now };
  const number = await insertFulfilment(tx, { ...parcel, orderId: order.id });
  await markDelivered(tx, id, now);
  await countPieces(tx, 'fulfilled', pieces);
  await countPieces(tx, 'delivered', pieces);
  const count = pieces.reduce((sum, { quantity }) => sum + quantity, 0);
  const { fulfilledQuantity, deliveredQuantity } = order.facts;
  const facts = {
    fulfilledQuantity: fulfilledQuantity + count,
    deliveredQuantity: deliveredQuantity + count,
  };
  await writePieces(tx, order.id, { ...order.facts, ...facts });
  const data = { number: String(number), digital: 'true' };
  await insertEvent(tx, order.id, { kind: 'fulfilled', actor: 'system', data }, now);
  const cards = lines.filter(({ kind }) => kind === 'gift_card');
  if (cards.length > 0) await issueCards(tx, order, cards, giving);
}

async function issueCards(tx: Tx, order: Order, lines: readonly OrderLine[], giving: Giving): Promise<void> {
  const { giftCardKey: key, now } = giving;
  const issued: { code: string; pin: string; amount: string }[] = [];
  for (const line of lines) {
    const { unitMinor: amountMinor } = line;
    for (let piece = 1; piece <= openQuantity(line); piece += 1) {
      const about = { orderLineId: line.id, orderId: order.id, recipient: order.email };
      const card = await issueGiftCard(tx, { key, amountMinor, currency: order.currency, ...about, now });
      await sql`
        insert into orders.gift_card (line_id, piece, gift_card_id, last4)
        values (${line.id}, ${piece}, ${card.id}, ${card.last4})`.execute(tx);
      issued.push({ code: card.code, pin: card.pin, amount: toDecimal(money(amountMinor, order.currency)) });
    }
  }
  await tell(tx, 'orders.gift_cards_issued', { orderId: order.id, cards: issued });
}
