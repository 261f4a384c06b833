import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { readLevels } from '../../inventory/index.ts';
import { publicJson } from '../public-json.ts';

const ABOUT = z.object({ variantIds: z.array(z.string()) });

export async function readChangedLevels(db: Db, given: unknown): Promise<unknown> {
  const { variantIds } = ABOUT.parse(given);
  const ids = variantIds.flatMap((text) => parseId<'variant'>(text) ?? []);
  const levels = await readLevels(db, ids);
  return { variantIds, levels: publicJson([...levels.values()].flat(), undefined) };
}
