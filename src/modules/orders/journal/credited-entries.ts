import { type Posting, refundPostings } from '../../ledger/index.ts';
import type { Refund } from '../after-sale/refund.ts';
import { taxSum } from '../after-sale/tax-sums.ts';
import type { Order, OrderLine } from '../order.ts';
import type { EntryDraft, SoldAmounts } from './sales-entry.ts';
import { amountsOf, isNothing } from './sold-amounts.ts';

/** What is credited, with tax: a refund, or all that an order is still sold for (`restOf`). */
export type Credit = Pick<Refund, 'lines' | 'deliveryMinor' | 'taxMinor'>;

type CreditedOrder = { readonly lines: readonly Pick<OrderLine, 'id' | 'kind'>[] };

/**
 * What the postings of a credit (`refundPostings`) are of: a row a line at what its pieces were paid, and one for
 * delivery, whose tax is what the lines do not have.
 */
export function creditedEntries(order: CreditedOrder, credit: Credit): EntryDraft[] {
  const credited = credit.lines.map(({ lineId, quantity, amountMinor, taxMinor }): EntryDraft => {
    const netMinor = amountMinor - taxMinor;
    const isGiftCard = order.lines.find(({ id }) => id === lineId)?.kind === 'gift_card';
    const price = isGiftCard ? { giftCardsMinor: -netMinor } : { returnsMinor: netMinor };
    return { kind: 'credit', lineId, quantity: -quantity, ...price, taxMinor: -taxMinor };
  });
  const taxMinor = credit.taxMinor - taxSum(credit.lines);
  const delivery: EntryDraft = {
    kind: 'credit',
    shippingMinor: taxMinor - credit.deliveryMinor,
    taxMinor: -taxMinor,
  };
  return isNothing(delivery) ? credited : [...credited, delivery];
}

/** What was given beyond that: of no line, and nothing of it was sold. */
export function goodwillEntries({ goodwillMinor }: Pick<Refund, 'goodwillMinor'>): EntryDraft[] {
  return goodwillMinor === 0n ? [] : [{ kind: 'goodwill', goodwillMinor }];
}

/** The rows of a credit with the postings that they make up: the one follows from the other, but for whose tax it is. */
export function creditedSale(
  order: CreditedOrder & Pick<Order, 'currency'>,
  credit: Credit & Pick<Refund, 'taxes'>,
): { readonly entries: EntryDraft[]; readonly postings: Posting[] } {
  const entries = creditedEntries(order, credit);
  const sum = (amount: (amounts: SoldAmounts) => bigint) =>
    entries.reduce((total, entry) => total + amount(amountsOf(entry)), 0n);
  const postings = refundPostings({
    currency: order.currency,
    goodsMinor: sum(({ returnsMinor }) => returnsMinor),
    deliveryMinor: -sum(({ shippingMinor }) => shippingMinor),
    giftCardsMinor: -sum(({ giftCardsMinor }) => giftCardsMinor),
    taxes: credit.taxes,
  });
  return { entries, postings };
}
