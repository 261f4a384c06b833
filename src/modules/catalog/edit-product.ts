import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isHandle } from './draft/check-draft.ts';
import type { Product, ProductId } from './product.ts';
import type { ProductDraft } from './product-draft.ts';
import { fieldsIn, type Revision } from './revisions/revision.ts';
import { saveProducts } from './save-products.ts';
import type { DraftRefusal, SavedVariant } from './saved-product.ts';
import { readProducts } from './store/read-products.ts';
import { lockHandles } from './store/read-references.ts';
import { insertRevisions, readRevisions } from './store/revisions.ts';
import { tellProductsChanged } from './tell-changed.ts';

export type Edited = {
  readonly id: ProductId;
  readonly handle: string;
  readonly version: bigint;
  readonly isChanged: boolean;
  readonly variants: readonly SavedVariant[];
  /** The address it had, when the edit gave it another. */
  readonly handleBefore: string | undefined;
};

/** Somebody else was first: what they changed since, the latest first. */
export type VersionConflict = Refusal<'version_conflict'> & { readonly since: readonly Revision[] };
export type EditRefusal = DraftRefusal | Refusal<'not_found' | 'handle_taken'> | VersionConflict;

const MOST_SINCE = 100;

/**
 * Changes one product that somebody has open: only while it is still the version they saw. `handle` moves it to another
 * address; what the draft leaves out stays.
 *
 * @example await editProduct(tx, { id, expectedVersion: 3n, draft: { title: 'Mug' }, cause: 'edit', actor, now });
 */
export async function editProduct(
  tx: Tx,
  input: {
    readonly id: ProductId;
    readonly expectedVersion: bigint;
    readonly handle?: string;
    readonly draft: Omit<ProductDraft, 'handle'>;
    readonly cause: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Edited, EditRefusal>> {
  const found = await lockProduct(tx, input.id);
  if (found === undefined) return refuse('not_found', `no product has the id ${input.id}`, 'id');
  if (found.version !== input.expectedVersion) return conflict(tx, found, input.expectedVersion);
  const moved = await moveHandle(tx, found, input);
  if (!moved.ok) return moved;
  const { draft, cause, actor, now } = input;
  const { handle } = moved.value;
  const [saved] = await saveProducts(tx, { drafts: [{ ...draft, handle }], now, cause, actor });
  if (saved === undefined) throw new TypeError('a draft was saved and nothing was said of it');
  if ('refusal' in saved) return { ok: false, refusal: saved.refusal };
  const isMoved = handle !== found.handle;
  const version = moved.value.version + (saved.outcome === 'updated' ? 1n : 0n);
  if (isMoved && saved.outcome !== 'updated') await tellProductsChanged(tx, [found.id], cause);
  return ok({
    ...{ id: found.id, handle, version, isChanged: isMoved || saved.outcome === 'updated' },
    ...{ variants: saved.variants, handleBefore: isMoved ? found.handle : undefined },
  });
}

async function lockProduct(tx: Tx, id: ProductId): Promise<Product | undefined> {
  const [seen] = await readProducts(tx, [id]);
  if (seen === undefined) return undefined;
  await lockHandles(tx, [seen.handle]);
  return (await readProducts(tx, [id]))[0];
}

async function conflict(tx: Tx, found: Product, expected: bigint): Promise<Result<never, VersionConflict>> {
  const since = await readRevisions(tx, found.id, { after: expected, limit: MOST_SINCE });
  const fields = [...new Set(since.flatMap(fieldsIn))];
  const what = fields.length > 0 ? `: ${fields.join(', ')}` : '';
  const message = `somebody else has changed the product since you opened it${what}`;
  return { ok: false, refusal: { ...refuse('version_conflict', message, 'version').refusal, since } };
}

async function moveHandle(
  tx: Tx,
  found: Product,
  input: {
    readonly handle?: string;
    readonly cause: string;
    readonly actor: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<Product, EditRefusal>> {
  const handle = input.handle?.trim() ?? found.handle;
  if (handle === found.handle) return ok(found);
  if (!isHandle(handle))
    return refuse('invalid', 'a handle has lower-case letters, digits and hyphens', 'handle');
  const { rows } = await sql`
    update catalog.product set handle = ${handle}, version = version + 1,
      updated_at = ${input.now.toString()}::timestamptz
    where id = ${found.id} and not exists (select from catalog.product where handle = ${handle})
    returning 1`.execute(tx);
  if (rows.length === 0)
    return refuse('handle_taken', `another product has the handle "${handle}"`, 'handle');
  const version = found.version + 1n;
  const { cause, actor, now } = input;
  const sides = { before: { handle: found.handle }, after: { handle } };
  await insertRevisions(tx, [{ productId: found.id, version, madeAt: now, actor, cause, ...sides }]);
  return ok({ ...found, handle, version });
}
