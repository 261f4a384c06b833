import { z } from 'zod';
import type { Id } from '../../kernel/index.ts';
import { localText } from './local-text.ts';

export type SizeTableId = Id<'size_table'>;

const CELL = 100;

/** Parses a size table as somebody wants it to be. */
export const SIZE_TABLE = z
  .strictObject({
    name: localText(255, { min: 1 }),
    /** Products of this type, whatever its case. */
    productType: z.string().trim().min(1).max(255).optional(),
    /** Products in this category or below it. */
    categoryPath: z
      .string()
      .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'must be handles from the root, such as apparel/shirts')
      .optional(),
    columns: z.array(localText(CELL)).min(1).max(20),
    rows: z
      .array(z.array(localText(CELL)))
      .min(1)
      .max(100),
  })
  .refine(({ productType, categoryPath }) => productType !== undefined || categoryPath !== undefined, {
    message: 'must be for a product type, a category or both',
    path: ['productType'],
  })
  .superRefine(({ columns, rows }, context) => {
    const short = rows.findIndex((row) => row.length !== columns.length);
    if (short < 0) return;
    context.addIssue({ code: 'custom', path: ['rows', short], message: `must have ${columns.length} cells` });
  });

export type SizeTableDraft = z.input<typeof SIZE_TABLE>;
export type KeptSizeTable = z.output<typeof SIZE_TABLE>;
