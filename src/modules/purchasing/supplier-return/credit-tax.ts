import { divideRounded, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Invoiced } from '../invoice/invoiced.ts';
import type { PurchaseOrderLineId } from '../order/purchase-order.ts';
import type { Credited } from './supplier-return.ts';

/** Tax of a credit: in the order's currency, and in the shop's. */
export type CreditTax = { readonly taxMinor: bigint; readonly taxBookedMinor: bigint };

/**
 * The tax that a credit turns back (Directive 2006/112/EC, article 185): of every line as much as of its invoiced pieces went
 * back by now, less what earlier credits turned. Once all goods went back all of the tax on them did, to the unit. What the
 * credit note says, `givenMinor`, is taken instead, up to what the invoices claimed.
 *
 * @example
 * // 10 pieces at 119.00 with 19.00 of tax. 3 go back: 5.70; then the other 7: 13.30.
 */
export function creditTax(about: {
  readonly invoiced: ReadonlyMap<PurchaseOrderLineId, Invoiced>;
  readonly credited: Credited;
  /** Invoiced pieces that go back now. */
  readonly back: ReadonlyMap<PurchaseOrderLineId, number>;
  /** What all invoices of the order that stand claimed. */
  readonly claimed: CreditTax;
  readonly givenMinor?: bigint | undefined;
}): Result<CreditTax, Refusal<'more_than_invoiced'>> {
  const { invoiced, credited, back, claimed, givenMinor } = about;
  const left = atLeastNothing(claimed.taxMinor - credited.taxMinor);
  const isOfInvoiced = [...back.values()].some((pieces) => pieces > 0);
  if (givenMinor !== undefined && (givenMinor > left || (givenMinor > 0n && !isOfInvoiced))) {
    const most = isOfInvoiced ? left : 0n;
    return refuse(
      'more_than_invoiced',
      `invoices of what goes back claimed ${most} minor units of tax`,
      'tax',
    );
  }
  let dueMinor = 0n;
  for (const [lineId, { pieces, taxMinor }] of invoiced) {
    const gone = (credited.lines.get(lineId)?.pieces ?? 0) + (back.get(lineId) ?? 0);
    if (pieces > 0) dueMinor += divideRounded(taxMinor * BigInt(Math.min(gone, pieces)), BigInt(pieces));
  }
  const own = isOfInvoiced ? smaller(atLeastNothing(dueMinor - credited.taxMinor), left) : 0n;
  const taxMinor = givenMinor ?? own;
  const bookedBy = (minor: bigint) =>
    claimed.taxMinor === 0n ? 0n : divideRounded(claimed.taxBookedMinor * minor, claimed.taxMinor);
  const taxBookedMinor = bookedBy(credited.taxMinor + taxMinor) - credited.taxBookedMinor;
  return ok({ taxMinor, taxBookedMinor: taxMinor === 0n ? 0n : atLeastNothing(taxBookedMinor) });
}

function atLeastNothing(minor: bigint): bigint {
  return minor < 0n ? 0n : minor;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
