import { divideRounded, ok, type Result, refuse } from '../../../kernel/index.ts';
import { openOf, type Payable, type PayableId } from '../payable/payable.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import type { PaidLine, PayRefusal, SettledLine } from './payment.ts';

export type PlannedPayment = {
  /** In the supplier's currency: invoices less credits. */
  readonly amountMinor: bigint;
  readonly lines: readonly SettledLine[];
};

/**
 * What a payment settles, in the supplier's currency and in the books. Parts of an invoice settle parts of what the books
 * owe, each rounded so that they sum to all of it once it is paid. A discount is taken within its days, and no more than
 * was agreed.
 *
 * @example
 * // 100.00 USD booked at 92.00: 33.33 settle 30.66, the other 66.67 settle 61.34.
 */
export function planPayment(
  payables: ReadonlyMap<PayableId, Payable>,
  {
    supplierId,
    paidOn,
    lines,
  }: {
    readonly supplierId: SupplierId;
    readonly paidOn: Temporal.PlainDate;
    readonly lines: readonly PaidLine[];
  },
): Result<PlannedPayment, PayRefusal> {
  const planned: SettledLine[] = [];
  for (const [index, line] of lines.entries()) {
    const at = `lines[${index}]`;
    const payable = payables.get(line.payableId);
    const isTwice = planned.some(({ payableId }) => payableId === line.payableId);
    if (payable === undefined || payable.undone !== undefined || isTwice) {
      return refuse('not_found', 'there is no such invoice, or it is given twice', `${at}.payableId`);
    }
    if (payable.supplierId !== supplierId) {
      return refuse('not_theirs', `${payable.number} is of another supplier`, `${at}.payableId`);
    }
    const refusal = refusalOf(payable, line, { paidOn, at });
    if (refusal !== undefined) return refusal;
    planned.push(settling(payable, line));
  }
  if (planned.length === 0) return refuse('nothing_paid', 'say what is paid', 'lines');
  const amountMinor = planned.reduce((sum, { paidMinor }) => sum + paidMinor, 0n);
  if (amountMinor < 0n) {
    return refuse('credits_exceed', 'credits are used up to what is paid with them', 'lines');
  }
  return ok({ amountMinor, lines: planned });
}

function refusalOf(
  payable: Payable,
  { amountMinor, discountMinor = 0n }: PaidLine,
  { paidOn, at }: { readonly paidOn: Temporal.PlainDate; readonly at: string },
) {
  if (amountMinor < 0n || amountMinor + discountMinor === 0n) {
    return refuse('not_an_amount', 'an amount is above zero', `${at}.amount`);
  }
  if (discountMinor < 0n || (discountMinor > 0n && payable.kind === 'credit')) {
    return refuse('not_an_amount', 'a discount is of an invoice, and above zero', `${at}.discount`);
  }
  const open = absolute(openOf(payable));
  if (amountMinor + discountMinor > open) {
    return refuse('more_than_open', `${open} minor units of ${payable.currency} are open`, `${at}.amount`);
  }
  if (discountMinor === 0n) return undefined;
  const { discountUntil } = payable;
  if (discountUntil === undefined || Temporal.PlainDate.compare(paidOn, discountUntil) > 0) {
    const message =
      discountUntil === undefined ? 'none was agreed' : `it was for paying until ${discountUntil}`;
    return refuse('discount_too_late', message, `${at}.discount`);
  }
  const left = payable.discountMinor - payable.discountedMinor;
  if (discountMinor > left) {
    return refuse('more_than_agreed', `${left} minor units may be taken off`, `${at}.discount`);
  }
  return undefined;
}

function settling(payable: Payable, { amountMinor, discountMinor = 0n }: PaidLine): SettledLine {
  const { id: payableId, number, bookedMinor, taxBookedMinor } = payable;
  const settles = amountMinor + discountMinor;
  const whole = absolute(payable.amountMinor);
  const after = absolute(payable.settledMinor) + settles;
  const settledBookedMinor = divideRounded(bookedMinor * after, whole) - payable.settledBookedMinor;
  const discountBookedMinor = divideRounded(settledBookedMinor * discountMinor, settles);
  return {
    ...{ payableId, number, discountMinor, settledBookedMinor, discountBookedMinor },
    paidMinor: payable.amountMinor < 0n ? -amountMinor : amountMinor,
    // A credit has no discount, and of an invoice that is booked at nothing there is no tax.
    discountTaxMinor:
      bookedMinor <= 0n ? 0n : divideRounded(discountBookedMinor * taxBookedMinor, bookedMinor),
  };
}

function absolute(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
