import type { refundPostings, Sale } from '../../ledger/index.ts';
import { unrefunded } from '../after-sale/agree-anew.ts';
import type { Order, OrderLine } from '../order.ts';

export type SoldOrder = Pick<Order, 'currency' | 'pricesIncludeTax' | 'quotedDelivery'> & {
  readonly lines: readonly Pick<OrderLine, 'kind' | 'discountMinor' | 'netMinor' | 'taxes'>[];
};

/** What the ledger is told of an order that stands. */
export function saleOf({ currency, pricesIncludeTax, quotedDelivery, lines }: SoldOrder): Sale {
  const sold = lines.map(({ kind, discountMinor, netMinor, taxes }) => {
    return { discountMinor, netMinor, taxes, isGiftCard: kind === 'gift_card' };
  });
  return { currency, pricesIncludeTax, lines: sold, delivery: quotedDelivery };
}

/** What it is told of one that stands no more: all that edits have not taken off before it was paid. */
export function wholeCreditOf(
  order: Pick<Order, 'currency' | 'quotedDelivery' | 'lines'>,
): Parameters<typeof refundPostings>[0] {
  const { currency, quotedDelivery } = order;
  const lines = order.lines.map(unrefunded);
  const net = (isGiftCard: boolean) =>
    lines
      .filter(({ kind }) => (kind === 'gift_card') === isGiftCard)
      .reduce((sum, { netMinor }) => sum + netMinor, 0n);
  return {
    currency,
    goodsMinor: net(false),
    giftCardsMinor: net(true),
    deliveryMinor: quotedDelivery?.netMinor ?? 0n,
    taxes: [...lines.flatMap(({ taxes }) => taxes), ...(quotedDelivery?.taxes ?? [])],
  };
}
