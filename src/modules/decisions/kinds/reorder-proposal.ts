import { z } from 'zod';
import type { VariantId } from '../../catalog/index.ts';
import { minor } from '../field.ts';
import { idWithin } from './id-within.ts';

export type ReorderLine = {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly packSize: number;
  /** What was on order when the need was read: more by then, and somebody else has ordered. */
  readonly onOrder: number;
  /** What the line comes to, in the shop's currency. */
  readonly valueMinor: bigint;
};

/** One need, or all small ones of a supplier together. */
export type ReorderProposal = { readonly lines: readonly ReorderLine[]; readonly supplier: string };

const line = z.object({
  ...{ variantId: idWithin<'variant'>(), quantity: z.int().min(1), packSize: z.int(), onOrder: z.number() },
  valueMinor: minor,
});
export const reorderProposal: z.ZodType<ReorderProposal> = z.object({
  lines: z.array(line).min(1),
  supplier: z.string(),
});

/** What its value is measured by later, of each line. */
export const reorderBasis = z.object({
  lines: z.array(
    z.object({
      ...{ variantId: idWithin<'variant'>(), available: z.number(), onOrder: z.number() },
      perOrderMinor: z.number(),
      /** Of what a piece costs, for a year. */
      holdingRate: z.number(),
      /** What a missing piece loses: its margin, less that of what is taken instead. Minor units. */
      lossMinor: z.number(),
    }),
  ),
});
export type ReorderBasis = z.infer<typeof reorderBasis>;

export function orderValueMinor({ lines }: ReorderProposal): bigint {
  return lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0n);
}
