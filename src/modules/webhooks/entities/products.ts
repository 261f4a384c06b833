import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readProducts } from '../../catalog/index.ts';
import { publicJson } from '../public-json.ts';

const ABOUT = z.object({ productIds: z.array(z.string()) });

export async function readChangedProducts(db: Db, given: unknown): Promise<unknown> {
  const { productIds } = ABOUT.parse(given);
  const ids = productIds.flatMap((text) => parseId<'product'>(text) ?? []);
  return { productIds, products: publicJson(await readProducts(db, ids), undefined) };
}
