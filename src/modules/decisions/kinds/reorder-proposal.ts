import { z } from 'zod';
import type { VariantId } from '../../catalog/index.ts';
import { type Field, minor } from '../field.ts';
import { idWithin } from './id-within.ts';

export type ReorderLine = {
  readonly variantId: VariantId;
  /** As people call it. */
  readonly label: string;
  /** 0: somebody has taken it out. */
  readonly quantity: number;
  /** What the need came to: what an edit is measured by. */
  readonly needed: number;
  readonly packSize: number;
  /** What was on order when the need was read: more by then, and somebody else has ordered. */
  readonly onOrder: number;
  /** What the line comes to, in the shop's currency. */
  readonly valueMinor: bigint;
};

/** One need, or all small ones of a supplier together. */
export type ReorderProposal = { readonly lines: readonly ReorderLine[]; readonly supplier: string };

const line = z.object({
  ...{
    variantId: idWithin<'variant'>(),
    label: z.string(),
    quantity: z.int().min(0),
    needed: z.int().min(1),
  },
  ...{ packSize: z.int(), onOrder: z.number(), valueMinor: minor },
});
export const reorderProposal: z.ZodType<ReorderProposal> = z.object({
  lines: z.array(line).min(1),
  supplier: z.string(),
});

/** What a missing piece loses: its margin in minor units, less that of the share of those who take something else. */
export const unservedBasis = { marginMinor: z.number(), substituted: z.number() };

/** What its value is measured by later, of each line. */
export const reorderBasis = z.object({
  lines: z.array(
    z.object({
      ...{ variantId: idWithin<'variant'>(), available: z.number(), onOrder: z.number() },
      perOrderMinor: z.number(),
      /** Of what a piece costs, for a year. */
      holdingRate: z.number(),
      ...unservedBasis,
    }),
  ),
});
export type ReorderBasis = z.infer<typeof reorderBasis>;

export function orderValueMinor({ lines }: Pick<ReorderProposal, 'lines'>): bigint {
  return lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0n);
}

/** More than so many times what is needed is no edit any more. */
const MOST_TIMES = 10;

/** What of it a person changes: pieces in whole packs; of several lines each, and 0 takes one out. */
export function reorderFields(proposal: ReorderProposal): Field[] {
  const { lines, supplier } = proposal;
  const [first, ...others] = lines;
  const told: Field[] = [
    { key: 'value', unit: 'money', value: String(orderValueMinor(proposal)), isEditable: false },
    { key: 'supplier', unit: 'text', value: supplier, isEditable: false },
  ];
  if (first === undefined) return told;
  if (others.length === 0) return [quantityField('quantity', first, first.packSize), ...told];
  const count = String(lines.filter(({ quantity }) => quantity > 0).length);
  // Whose goods they are says the decision's own name.
  return [
    { key: 'variants', unit: 'count', value: count, isEditable: false },
    ...told.filter(({ key }) => key !== 'supplier'),
    ...lines.map((one) => ({ ...quantityField(one.variantId, one, 0), label: one.label })),
  ];
}

function quantityField(key: string, { quantity, needed, packSize }: ReorderLine, least: number): Field {
  return {
    ...{ key, unit: 'count', value: String(quantity), isEditable: true, least: String(least) },
    ...{ most: String(needed * MOST_TIMES), step: String(packSize) },
  };
}
