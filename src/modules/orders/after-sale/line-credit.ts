import { divideRounded, ok, type Result, refuse } from '../../../kernel/index.ts';
import type { OrderLine } from '../order.ts';
import { piecesAmount } from './pieces.ts';
import type { RefundedLine, RefundRefusal } from './refund.ts';
import { taxSum } from './tax-sums.ts';

/** What is credited of one line. */
export type LineCredit = RefundedLine & {
  readonly taxes: OrderLine['taxes'];
  readonly deductionMinor: bigint;
};

/**
 * The next `quantity` pieces of a line at what they were bought for, less a deduction for diminished value. What is kept
 * stays sold, with its part of the tax: the taxable amount only falls by what is given back (Directive 2006/112/EC,
 * article 90 (1)).
 *
 * @example
 * // One of two pieces of 24.00 with 3.83 tax, 3.00 kept: 9.00 with round(1.92 × 9 / 12) = 1.44 tax.
 */
export function lineCredit(
  line: OrderLine,
  asked: { readonly quantity: number; readonly deductionMinor?: bigint | undefined; readonly field: string },
): Result<LineCredit, RefundRefusal> {
  const { quantity, deductionMinor = 0n, field } = asked;
  const worthMinor = portion(line, line.totalMinor, quantity);
  if (deductionMinor < 0n) return refuse('not_an_amount', 'a deduction is zero or more', field);
  if (deductionMinor > worthMinor) return refuse('more_than_worth', 'they cost less than is kept', field);
  const amountMinor = worthMinor - deductionMinor;
  const left = (minor: bigint) => (worthMinor === 0n ? 0n : divideRounded(minor * amountMinor, worthMinor));
  const taxes = line.taxes.map((tax) => ({
    ...tax,
    baseMinor: left(portion(line, tax.baseMinor, quantity)),
    taxMinor: left(portion(line, tax.taxMinor, quantity)),
  }));
  return ok({ lineId: line.id, quantity, amountMinor, taxMinor: taxSum(taxes), taxes, deductionMinor });
}

function portion(line: OrderLine, amountMinor: bigint, quantity: number): bigint {
  return piecesAmount(amountMinor, line.quantity, line.refundedQuantity, quantity);
}
