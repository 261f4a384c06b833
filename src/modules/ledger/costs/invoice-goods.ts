import type { Tx } from '../../../platform/database/index.ts';
import { post } from '../post.ts';
import { type InvoiceAmounts, purchaseInvoicedPostings } from '../postings/purchase.ts';
import { lockCostLevels, writeCostLevels } from '../store/cost-levels.ts';
import type { GoodsEvent } from './goods.ts';
import { type LandedGoods, landOn } from './land-costs.ts';
import { isPosted } from './receive-goods.ts';

type InvoicedGoods = GoodsEvent &
  Pick<InvoiceAmounts, 'receivedMinor' | 'exchangeMinor' | 'chargesMinor' | 'expectedMinor' | 'taxMinor'> & {
    readonly items: readonly LandedGoods[];
  };

/**
 * A supplier's invoice of goods that came in. What they cost otherwise than ordered (`items`) goes onto stock and onto the
 * cost of what left, as landed costs do. With the same reference once.
 */
export async function invoiceGoods(tx: Tx, input: InvoicedGoods): Promise<void> {
  await postInvoice(tx, 'purchase_invoiced', input);
}

/**
 * Such an invoice was a mistake: what was posted for it is turned. What made goods dearer leaves stock as far as they are
 * still there, else the cost of what left.
 */
export async function takeInvoiceBack(tx: Tx, input: InvoicedGoods): Promise<void> {
  await postInvoice(tx, 'purchase_invoice_undone', {
    ...{ currency: input.currency, reference: input.reference, now: input.now },
    ...{ receivedMinor: -input.receivedMinor, exchangeMinor: -input.exchangeMinor },
    ...{ chargesMinor: -input.chargesMinor, expectedMinor: -input.expectedMinor, taxMinor: -input.taxMinor },
    items: input.items.map((item) => ({ ...item, valueMinor: -item.valueMinor })),
  });
}

async function postInvoice(
  tx: Tx,
  kind: 'purchase_invoiced' | 'purchase_invoice_undone',
  input: InvoicedGoods,
): Promise<void> {
  const { currency, reference, now, items, ...given } = input;
  const { receivedMinor, exchangeMinor, chargesMinor, expectedMinor, taxMinor } = given;
  const levels = await lockCostLevels(
    tx,
    items.map((item) => item.variantId),
    currency,
  );
  if (await isPosted(tx, kind, input)) return;
  const landed = await landOn(tx, levels, { items, currency });
  await writeCostLevels(tx, levels, currency);
  const amounts = { receivedMinor, exchangeMinor, chargesMinor, expectedMinor, taxMinor, ...landed };
  await post(tx, { kind, reference, now, postings: purchaseInvoicedPostings({ currency, ...amounts }) });
}
