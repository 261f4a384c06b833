import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { defaultLocation } from '../../inventory/index.ts';
import {
  createPurchaseOrder,
  type PurchaseOrder,
  readOnOrder,
  readSources,
  type Source,
} from '../../purchasing/index.ts';
import { checkLimits, type LimitRefusal } from './check-limits.ts';
import { lockNeeds } from './needs-store.ts';

export type OrderedNeed = {
  readonly variantId: VariantId;
  readonly quantity: number;
  /** What was on order when the need was read. */
  readonly onOrder: number;
};

export type OrderRefusal =
  | Refusal<'needs_changed' | 'no_source' | 'set_twice' | 'invalid_order'>
  | LimitRefusal;

/**
 * Puts needs on drafts of orders, one for each supplier, onto the one that is open where there is one. All or nothing. Of
 * two that order the same need at once the second is refused: more is on order by then than it was told.
 */
export async function orderNeeds(
  tx: Tx,
  input: { readonly lines: readonly OrderedNeed[]; readonly by: string; readonly now: Temporal.Instant },
): Promise<Result<readonly PurchaseOrder[], OrderRefusal>> {
  const { lines, by, now } = input;
  const ids = lines.map(({ variantId }) => variantId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) return refuse('set_twice', 'a line before is of the same variant', `lines[${twice}]`);
  await lockNeeds(tx, ids);
  const [sources, onOrder] = [await readSources(tx, ids, now), await readOnOrder(tx, ids)];
  for (const [index, line] of lines.entries()) {
    const there = (onOrder.get(line.variantId) ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
    if (there > line.onOrder) {
      const message = `${there} pieces are on order by now, not ${line.onOrder}: look at the need again`;
      return refuse('needs_changed', message, `lines[${index}].onOrder`);
    }
    if (!sources.has(line.variantId)) {
      return refuse('no_source', 'nobody sells this to the shop', `lines[${index}].variantId`);
    }
  }
  const limited = await checkLimits(
    tx,
    lines.flatMap(({ variantId, quantity }) => {
      const source = sources.get(variantId)?.[0];
      return source === undefined ? [] : [{ quantity, source }];
    }),
  );
  if (!limited.ok) return limited;
  const locationId = (await defaultLocation(tx)).id;
  const orders: PurchaseOrder[] = [];
  for (const [supplierId, some] of bySupplier(lines, sources)) {
    const order = { supplierId, locationId, lines: some, mergesDrafts: true, by, now };
    const made = await createPurchaseOrder(tx, order);
    if (!made.ok) return refuse('invalid_order', made.refusal.message, made.refusal.field);
    orders.push(made.value);
  }
  return ok(orders);
}

/** Always in one order, so that no two can block each other. */
function bySupplier(
  lines: readonly OrderedNeed[],
  sources: ReadonlyMap<VariantId, readonly Source[]>,
): [Source['supplierId'], { readonly variantId: VariantId; readonly quantity: number }[]][] {
  const supplierOf = ({ variantId }: OrderedNeed) => sources.get(variantId)?.[0]?.supplierId;
  const groups = Map.groupBy(lines, supplierOf);
  return [...groups]
    .flatMap(
      ([supplierId, some]): ReturnType<typeof bySupplier> =>
        supplierId === undefined
          ? []
          : [[supplierId, some.map(({ variantId, quantity }) => ({ variantId, quantity }))]],
    )
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
