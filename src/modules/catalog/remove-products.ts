import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { ProductId } from './product.ts';
import { insertStatusRevisions } from './store/revisions.ts';
import { tellProductsChanged } from './tell-changed.ts';

/** Most products of one call. */
const LIMIT = 1_000;

/**
 * Takes products out of the shop and keeps them; those archived already are left as they are. Told as a
 * change.
 */
export async function archiveProducts(
  tx: Tx,
  input: { readonly ids: readonly ProductId[]; readonly now: Temporal.Instant; readonly actor?: string },
): Promise<ProductId[]> {
  assertFew(input.ids);
  const { rows } = await sql<{ id: ProductId; version: bigint; status: string }>`
    with locked as (
      select id, status from catalog.product where id = any(${input.ids}::uuid[]) and status <> 'archived'
      order by handle for update
    )
    update catalog.product p set status = 'archived', version = version + 1,
      updated_at = ${input.now.toString()}::timestamptz
    from locked where p.id = locked.id returning p.id, p.version, locked.status`.execute(tx);
  const ids = rows.map((row) => row.id);
  const { now, actor = '' } = input;
  await insertStatusRevisions(tx, rows, { now, actor, status: 'archived' });
  await tellProductsChanged(tx, ids, 'archived');
  return ids;
}

/**
 * Removes products for good, with their variants and translations. Refused when a bundle that stays is made
 * of one of them. Their price history and stock movements stay: they are proof of what was.
 */
export async function removeProducts(
  tx: Tx,
  ids: readonly ProductId[],
): Promise<Result<readonly ProductId[], Refusal<'variant_in_bundle'>>> {
  assertFew(ids);
  await sql`select id from catalog.product where id = any(${ids}::uuid[]) order by handle for update`.execute(
    tx,
  );
  const { rows: bundles } = await sql<{ component: string; bundle: string }>`
    select pc.handle as component, pb.handle as bundle from catalog.bundle_component c
    join catalog.variant vc on vc.id = c.component_variant_id join catalog.product pc on pc.id = vc.product_id
    join catalog.variant vb on vb.id = c.bundle_variant_id join catalog.product pb on pb.id = vb.product_id
    where pc.id = any(${ids}::uuid[]) and pb.id <> all(${ids}::uuid[]) limit 1`.execute(tx);
  const [kept] = bundles;
  if (kept !== undefined) {
    const message = `the bundle "${kept.bundle}" is made of "${kept.component}": take it out of there first`;
    return refuse('variant_in_bundle', message, 'ids');
  }
  // A component's row keeps its variant, so the bundles that go are taken apart before anything is removed.
  await sql`
    delete from catalog.bundle_component c using catalog.variant v
    where v.id = c.bundle_variant_id and v.product_id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    delete from catalog.translation where entity = 'product' and entity_id = any(${ids}::text[])`.execute(tx);
  const { rows } = await sql<{ id: ProductId }>`
    delete from catalog.product where id = any(${ids}::uuid[]) returning id`.execute(tx);
  const productIds = rows.map((row) => row.id);
  if (productIds.length > 0) await tell(tx, 'catalog.products_removed', { productIds });
  return ok(productIds);
}

function assertFew(ids: readonly ProductId[]): void {
  if (ids.length > LIMIT) throw new RangeError(`at most ${LIMIT} products a call`);
}
