import type { GroupRecords } from './records.ts';

const PRODUCTS = 200;
// A product may have 2,048 variants: few such products are a batch too.
const VARIANTS = 2_048;

export type Batch = { readonly groups: readonly GroupRecords[]; readonly from: number; readonly to: number };

/**
 * Groups in batches that a transaction writes in well under a second; `to` is the cursor after the batch. A
 * batch ends at the group `cut`, where an earlier run stopped, even if batches had another size then.
 */
export async function* inBatches(groups: AsyncIterable<GroupRecords>, cut: number): AsyncIterable<Batch> {
  let batch: GroupRecords[] = [];
  let variants = 0;
  let from = 0;
  for await (const group of groups) {
    batch.push(group);
    variants += group.records.reduce((sum, record) => sum + record.variants.length, 0);
    if (batch.length < PRODUCTS && variants < VARIANTS && group.group + 1 !== cut) continue;
    yield { groups: batch, from, to: group.group + 1 };
    from = group.group + 1;
    batch = [];
    variants = 0;
  }
  if (batch.length > 0) yield { groups: batch, from, to: from + batch.length };
}
