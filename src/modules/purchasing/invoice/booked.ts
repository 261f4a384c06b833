import type { CurrencyCode } from '../../../kernel/index.ts';
import type { PurchaseOrder } from '../order/purchase-order.ts';
import { converted } from '../source/price.ts';
import type { SupplierInvoice } from './invoice.ts';
import type { MatchedLine } from './match.ts';

/**
 * What the books say of an invoice, in the shop's currency: what came in at the order's price, what it is dearer by line, and
 * what rates moved. The same when it is kept and when it is taken back, so that one turns the other to the unit.
 */
export function bookedInvoice(
  order: PurchaseOrder,
  about: {
    readonly invoice: SupplierInvoice;
    readonly lines: readonly MatchedLine[];
    readonly currency: CurrencyCode;
    readonly now: Temporal.Instant;
    /** What was expected of the costs on it. */
    readonly expectedMinor: bigint;
  },
) {
  const { invoice, lines, currency, now, expectedMinor } = about;
  const { id: reference, rateE10 } = invoice;
  const inShop = (minor: bigint) => converted(minor, { from: order.currency, to: currency, rateE10 });
  const receivedMinor = lines.reduce((sum, line) => sum + line.settledMinor, 0n);
  const dearer = lines.map((line) => ({
    line,
    valueMinor: inShop(line.valueMinor - line.settledValueMinor),
  }));
  const dearerMinor = dearer.reduce((sum, { valueMinor }) => sum + valueMinor, 0n);
  const items = dearer.flatMap(({ line, valueMinor }) => {
    const own = order.lines.find(({ id }) => id === line.lineId);
    return own === undefined || valueMinor === 0n
      ? []
      : [{ source: reference, variantId: own.variantId, pieces: line.quantity, valueMinor }];
  });
  return {
    ...{ currency, reference, now, items, receivedMinor, expectedMinor },
    exchangeMinor: inShop(invoice.goodsMinor) - receivedMinor - dearerMinor,
    ...{ chargesMinor: inShop(invoice.chargesMinor), taxMinor: inShop(invoice.taxMinor) },
  };
}
