import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { type InvoiceAmounts, purchaseInvoicedPostings } from '../postings/purchase.ts';
import { lockCostLevels, writeCostLevels } from '../store/cost-levels.ts';
import type { GoodsEvent } from './goods.ts';
import { type LandedGoods, landOn } from './land-costs.ts';
import { isPosted } from './receive-goods.ts';

/**
 * A supplier's invoice of goods that came in. What they cost otherwise than ordered (`items`) goes onto stock and onto the
 * cost of what left, as landed costs do. With the same reference once.
 */
export async function invoiceGoods(
  tx: Tx,
  input: GoodsEvent &
    Pick<
      InvoiceAmounts,
      'receivedMinor' | 'exchangeMinor' | 'chargesMinor' | 'expectedMinor' | 'taxMinor'
    > & {
      readonly items: readonly LandedGoods[];
    },
): Promise<void> {
  const { currency, reference, now, items, ...given } = input;
  const { receivedMinor, exchangeMinor, chargesMinor, expectedMinor, taxMinor } = given;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, 'purchase_invoiced', input)) return;
  const landed = landOn(levels, items);
  await writeCostLevels(tx, levels, currency);
  const amounts = {
    currency,
    receivedMinor,
    exchangeMinor,
    chargesMinor,
    expectedMinor,
    taxMinor,
    ...landed,
  };
  await post(tx, { kind: 'purchase_invoiced', reference, now, postings: purchaseInvoicedPostings(amounts) });
}
