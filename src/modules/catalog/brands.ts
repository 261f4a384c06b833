import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { Brand, BrandId } from './brand.ts';
import { LIMITS } from './limits.ts';
import type { ProductId } from './product.ts';
import { freeHandle, handleCandidates } from './save/free-handle.ts';
import { findTakenHandles } from './store/read-references.ts';
import { tellProductsChanged } from './tell-changed.ts';

export type BrandRefusal = Refusal<
  'not_found' | 'missing' | 'too_long' | 'invalid' | 'name_taken' | 'handle_taken'
>;

/** Every brand by name. */
export async function readBrands(db: Db): Promise<Brand[]> {
  const { rows } = await sql<BrandRow>`select ${COLUMNS} from catalog.brand order by lower(name)`.execute(db);
  return rows.map(brandOf);
}

export async function readBrandByHandle(db: Db, handle: string): Promise<Brand | undefined> {
  const { rows } = await sql<BrandRow>`
    select ${COLUMNS} from catalog.brand where handle = ${handle}`.execute(db);
  return rows.map(brandOf)[0];
}

/**
 * Makes a brand, its handle from its name unless given, or changes the one with `id`; what is left out stays.
 */
export async function saveBrand(
  tx: Tx,
  input: Partial<Omit<Brand, 'name'>> & { readonly name: string; readonly now: Temporal.Instant },
): Promise<Result<Brand, BrandRefusal>> {
  const name = input.name.toWellFormed().trim();
  const refusal = fieldRefusal(name, input.handle, input.descriptionHtml);
  if (refusal !== undefined) return { ok: false, refusal };
  // Handles and names are unique; two who save at once are put one behind the other.
  await sql`lock table catalog.brand in share row exclusive mode`.execute(tx);
  const brands = await findSame(tx, { id: input.id, handle: input.handle, name });
  const existing = brands.find((brand) => brand.id === input.id);
  if (input.id !== undefined && existing === undefined) {
    return refuse('not_found', `no brand has the id ${input.id}`, 'id');
  }
  const other = brands.find((brand) => brand !== existing);
  if (other !== undefined && other.handle === input.handle) {
    return refuse('handle_taken', `"${other.name}" has the handle "${input.handle}"`, 'handle');
  }
  if (other !== undefined) return refuse('name_taken', `there is a brand "${other.name}"`, 'name');
  const brand: Brand = {
    id: existing?.id ?? newId(),
    handle: input.handle ?? existing?.handle ?? (await handleFor(tx, name)),
    name,
    descriptionHtml: sanitiseHtml(input.descriptionHtml ?? existing?.descriptionHtml ?? '').trim(),
    logoAssetId: 'logoAssetId' in input ? input.logoAssetId : existing?.logoAssetId,
  };
  await upsert(tx, brand, input.now);
  await tell(tx, 'catalog.taxonomy_changed', { what: 'brand', ids: [brand.id] });
  if (existing !== undefined) await tellProductsChanged(tx, await productsOf(tx, brand.id), 'brand');
  return ok(brand);
}

const COLUMNS = sql`id, handle, name, description_html, logo_asset_id`;

type BrandRow = {
  id: BrandId;
  handle: string;
  name: string;
  description_html: string;
  logo_asset_id: Brand['logoAssetId'] | null;
};

function brandOf(row: BrandRow): Brand {
  const { id, handle, name } = row;
  return {
    id,
    handle,
    name,
    descriptionHtml: row.description_html,
    logoAssetId: row.logo_asset_id ?? undefined,
  };
}

function fieldRefusal(name: string, handle?: string, descriptionHtml?: string): BrandRefusal | undefined {
  if (name === '') return refuse('missing', 'a brand needs a name', 'name').refusal;
  if (name.length > LIMITS.brandName || name.includes('\0')) {
    return refuse('too_long', `a name has at most ${LIMITS.brandName} characters`, 'name').refusal;
  }
  if (handle !== undefined && !/^[a-z0-9][a-z0-9-]{0,199}$/.test(handle)) {
    return refuse('invalid', 'a handle has lower-case letters, digits and hyphens', 'handle').refusal;
  }
  if ((descriptionHtml?.length ?? 0) <= LIMITS.descriptionHtml) return undefined;
  return refuse('too_long', `at most ${LIMITS.descriptionHtml} characters`, 'descriptionHtml').refusal;
}

async function findSame(
  tx: Tx,
  wanted: { readonly id: BrandId | undefined; readonly handle: string | undefined; readonly name: string },
): Promise<Brand[]> {
  const { rows } = await sql<BrandRow>`
    select ${COLUMNS} from catalog.brand
    where id = ${wanted.id ?? null}::uuid or handle = ${wanted.handle ?? null}::text
      or lower(name) = lower(${wanted.name})`.execute(tx);
  return rows.map(brandOf);
}

async function handleFor(tx: Tx, name: string): Promise<string> {
  const candidates = handleCandidates([name], 'brand');
  return freeHandle(candidates, await findTakenHandles(tx, 'brand', candidates), newId());
}

async function upsert(tx: Tx, brand: Brand, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into catalog.brand (id, handle, name, description_html, logo_asset_id, updated_at)
    values (${brand.id}, ${brand.handle}, ${brand.name}, ${brand.descriptionHtml},
      ${brand.logoAssetId ?? null}, ${now.toString()}::timestamptz)
    on conflict (id) do update set handle = excluded.handle, name = excluded.name,
      description_html = excluded.description_html, logo_asset_id = excluded.logo_asset_id,
      updated_at = excluded.updated_at`.execute(tx);
}

async function productsOf(tx: Tx, id: BrandId): Promise<ProductId[]> {
  const { rows } = await sql<{ id: ProductId }>`
    select id from catalog.product where brand_id = ${id} order by id`.execute(tx);
  return rows.map((row) => row.id);
}
