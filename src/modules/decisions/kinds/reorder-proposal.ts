import { z } from 'zod';
import type { VariantId } from '../../catalog/index.ts';
import { minor } from '../field.ts';
import { idWithin } from './id-within.ts';

export type ReorderProposal = {
  readonly variantId: VariantId;
  readonly quantity: number;
  readonly packSize: number;
  /** What was on order when the need was read: more by then, and somebody else has ordered. */
  readonly onOrder: number;
  readonly supplier: string;
  /** What the order comes to, in the shop's currency. */
  readonly valueMinor: bigint;
};

export const reorderProposal: z.ZodType<ReorderProposal> = z.object({
  ...{ variantId: idWithin<'variant'>(), quantity: z.int(), packSize: z.int(), onOrder: z.number() },
  ...{ supplier: z.string(), valueMinor: minor },
});

/** What its value is measured by later. */
export const reorderBasis = z.object({
  ...{ available: z.number(), onOrder: z.number(), reviewDays: z.number() },
  /** What a missing piece loses: its margin, less that of what is taken instead. Minor units. */
  lossMinor: z.number(),
});
