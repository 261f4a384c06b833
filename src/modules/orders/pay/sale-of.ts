import type { Sale } from '../../ledger/index.ts';
import type { Order, OrderLine } from '../order.ts';

export type SoldOrder = Pick<Order, 'currency' | 'pricesIncludeTax' | 'quotedDelivery'> & {
  readonly lines: readonly Pick<
    OrderLine,
    'id' | 'kind' | 'quantity' | 'discountMinor' | 'netMinor' | 'taxes'
  >[];
};

/** What the ledger is told of an order that stands. */
export function saleOf({ currency, pricesIncludeTax, quotedDelivery, lines }: SoldOrder): Sale {
  const sold = lines.map(({ kind, discountMinor, netMinor, taxes }) => {
    return { discountMinor, netMinor, taxes, isGiftCard: kind === 'gift_card' };
  });
  return { currency, pricesIncludeTax, lines: sold, delivery: quotedDelivery };
}
