import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { OwnPart, PartKind } from '../forecast/part.ts';

type Row = OwnPart & { readonly variantId: VariantId };

/** Parts of variants that have a forecast of their own. */
export async function readOwnParts(
  db: Db,
  variantIds: readonly VariantId[],
  only: { readonly kind?: PartKind; readonly id?: string } = {},
): Promise<ReadonlyMap<VariantId, readonly OwnPart[]>> {
  const { kind = null, id = null } = only;
  const { rows } = await sql<Row>`
    select variant_id as "variantId", kind, part_id as id, shares, means, variances from forecasting.part
    where variant_id = any(${variantIds}::uuid[]) and (${kind}::text is null or kind = ${kind})
      and (${id}::text is null or part_id = ${id})
    order by variant_id, kind, part_id`.execute(db);
  return Map.groupBy(rows, ({ variantId }) => variantId);
}
