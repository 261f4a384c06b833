import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import type { ProductId } from './product.ts';
import { tellProductsChanged } from './tell-changed.ts';

/**
 * Tells of the products that began or ended to be published after `since` and up to `now`, and remembers the
 * first time of each. Run twice it tells twice, which changes nothing twice.
 *
 * @returns the products told of
 */
export async function publishDue(
  tx: Tx,
  { since, now }: { readonly since: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<ProductId[]> {
  const { rows } = await sql<{ id: ProductId; is_first: boolean }>`
    select id, published_at is null
        and (publish_at is null or publish_at <= ${now.toString()}::timestamptz)
        and (unpublish_at is null or unpublish_at > ${now.toString()}::timestamptz) as is_first
    from catalog.product
    where status = 'active' and (
      (publish_at > ${since.toString()}::timestamptz and publish_at <= ${now.toString()}::timestamptz)
      or (unpublish_at > ${since.toString()}::timestamptz and unpublish_at <= ${now.toString()}::timestamptz)
      -- Saved while its time came: the save was told, and the first time is still to be remembered.
      or (published_at is null and (publish_at is null or publish_at <= ${now.toString()}::timestamptz)
        and (unpublish_at is null or unpublish_at > ${now.toString()}::timestamptz))
    ) order by handle for update`.execute(tx);
  const first = rows.filter((row) => row.is_first).map((row) => row.id);
  await sql`
    update catalog.product set published_at = coalesce(publish_at, ${now.toString()}::timestamptz)
    where id = any(${first}::uuid[])`.execute(tx);
  const ids = rows.map((row) => row.id);
  await tellProductsChanged(tx, ids, 'publication');
  return ids;
}

/** Publishes what came due since this was last called, however long ago that was. */
export async function publishSinceLastTime(tx: Tx, now: Temporal.Instant): Promise<ProductId[]> {
  const { rows } = await sql<{ seen_until: Temporal.Instant }>`
    select seen_until from catalog.publication_watermark for update`.execute(tx);
  const since = rows[0]?.seen_until ?? now;
  if (Temporal.Instant.compare(since, now) >= 0) return [];
  await sql`update catalog.publication_watermark set seen_until = ${now.toString()}::timestamptz`.execute(tx);
  return publishDue(tx, { since, now });
}
