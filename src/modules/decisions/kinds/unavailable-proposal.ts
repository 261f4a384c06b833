import { z } from 'zod';
import type { ProductId, VariantId } from '../../catalog/index.ts';
import { type Field, minor } from '../field.ts';
import { idWithin } from './id-within.ts';

/** A product that cannot be bought is taken out of the shop, or says about when it is back. */
export type UnavailableProposal =
  | {
      readonly act: 'hide';
      readonly productId: ProductId;
      readonly version: bigint;
      /** What would be wanted of it meanwhile, before tax. */
      readonly salesMinor: bigint;
    }
  | {
      readonly act: 'label';
      readonly productId: ProductId;
      readonly variantIds: readonly VariantId[];
      /** When the first of it is promised: `2026-12-12`. The shop says its own day, with how late the supplier usually is. */
      readonly expectedOn: string;
      readonly salesMinor: bigint;
    };

export const unavailableProposal: z.ZodType<UnavailableProposal> = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('hide'), productId: idWithin<'product'>(), salesMinor: minor },
    version: z.union([z.bigint(), z.string()]).transform((text) => BigInt(text)),
  }),
  z.object({
    ...{ act: z.literal('label'), productId: idWithin<'product'>(), salesMinor: minor },
    ...{ variantIds: z.array(idWithin<'variant'>()).min(1), expectedOn: z.iso.date() },
  }),
]);

export function unavailableFields(proposal: UnavailableProposal): Field[] {
  const shown = { key: 'shown', unit: 'text', isEditable: false } as const;
  if (proposal.act === 'hide') return [{ ...shown, before: 'shown', value: 'hidden' }];
  return [
    { ...shown, before: 'sold_out', value: 'back_about' },
    { key: 'expected_on', unit: 'text', value: proposal.expectedOn, isEditable: false },
  ];
}
