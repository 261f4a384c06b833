import type { EntryDraft, SoldAmounts } from './sales-entry.ts';

const NOTHING: SoldAmounts = {
  quantity: 0,
  grossMinor: 0n,
  discountMinor: 0n,
  returnsMinor: 0n,
  shippingMinor: 0n,
  giftCardsMinor: 0n,
  taxMinor: 0n,
  costMinor: 0n,
  goodwillMinor: 0n,
};

/** Every amount of a draft, those that it does not name as zero; all are, where there is none. */
export function amountsOf(draft: EntryDraft | undefined): SoldAmounts {
  if (draft === undefined) return NOTHING;
  const { kind: _, lineId: __, ...named } = draft;
  return { ...NOTHING, ...named };
}

/** What makes the one out of the other. */
export function difference(before: EntryDraft | undefined, after: EntryDraft | undefined): SoldAmounts {
  const [was, is] = [amountsOf(before), amountsOf(after)];
  return {
    quantity: is.quantity - was.quantity,
    grossMinor: is.grossMinor - was.grossMinor,
    discountMinor: is.discountMinor - was.discountMinor,
    returnsMinor: is.returnsMinor - was.returnsMinor,
    shippingMinor: is.shippingMinor - was.shippingMinor,
    giftCardsMinor: is.giftCardsMinor - was.giftCardsMinor,
    taxMinor: is.taxMinor - was.taxMinor,
    costMinor: is.costMinor - was.costMinor,
    goodwillMinor: is.goodwillMinor - was.goodwillMinor,
  };
}

/** Whether the row would say nothing. */
export function isNothing(draft: EntryDraft): boolean {
  const { quantity, ...amounts } = amountsOf(draft);
  return quantity === 0 && Object.values(amounts).every((amount) => amount === 0n);
}
