import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { LIMITS } from './limits.ts';
import type { ProductId } from './product.ts';
import { tellProductsChanged } from './tell-changed.ts';
import type { AssetId, VariantId } from './variant.ts';

/** A file that the buyer of a variant may download. */
export type DigitalFile = {
  readonly assetId: AssetId;
  readonly name: string;
  /** How often; `undefined` is without limit. */
  readonly downloadLimit: number | undefined;
  /** For how many days after the purchase; `undefined` is for ever. */
  readonly expiryDays: number | undefined;
};

/** Replaces what the buyer of a variant may download, in the order given. */
export async function setDigitalFiles(
  tx: Tx,
  variantId: VariantId,
  files: readonly DigitalFile[],
): Promise<Result<undefined, Refusal<'not_found' | 'too_many' | 'invalid' | 'duplicate'>>> {
  if (files.length > LIMITS.digitalFiles)
    return refuse('too_many', `at most ${LIMITS.digitalFiles}`, 'files');
  for (const [index, file] of files.entries()) {
    const isLimit = [file.downloadLimit, file.expiryDays].every(
      (limit) => limit === undefined || isPositive(limit),
    );
    if (!isLimit) return refuse('invalid', 'a limit is a whole number from 1', `files[${index}]`);
    if (file.name.trim() === '' || file.name.length > 255) {
      return refuse('invalid', 'a name has 1 to 255 characters', `files[${index}].name`);
    }
    if (files.findIndex((other) => other.assetId === file.assetId) < index) {
      return refuse('duplicate', 'a file is listed once', `files[${index}].assetId`);
    }
  }
  const { rows } = await sql<{ product_id: ProductId }>`
    select product_id from catalog.variant where id = ${variantId} for no key update`.execute(tx);
  const [variant] = rows;
  if (variant === undefined) return refuse('not_found', `no variant has the id ${variantId}`, 'variantId');
  await sql`delete from catalog.digital_file where variant_id = ${variantId}`.execute(tx);
  const given = files.map((file, position) => ({ ...file, name: file.name.trim(), position }));
  await sql`
    insert into catalog.digital_file (variant_id, asset_id, name, position, download_limit, expiry_days)
    select ${variantId}::uuid, "assetId", name, position, "downloadLimit", "expiryDays"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given ("assetId" uuid, name text, position int, "downloadLimit" int, "expiryDays" int)`.execute(tx);
  await tellProductsChanged(tx, [variant.product_id], 'digital_files');
  return ok(undefined);
}

/** What the buyer of each variant may download; variants without files are not in the map. */
export async function readDigitalFiles(
  db: Db,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, DigitalFile[]>> {
  if (variantIds.length === 0) return new Map();
  const { rows } = await sql<FileRow>`
    select variant_id, asset_id, name, download_limit, expiry_days from catalog.digital_file
    where variant_id = any(${variantIds}::uuid[]) order by variant_id, position`.execute(db);
  const groups = Map.groupBy(rows, (row) => row.variant_id);
  return new Map([...groups].map(([id, files]) => [id, files.map(fileOf)]));
}

type FileRow = {
  variant_id: VariantId;
  asset_id: AssetId;
  name: string;
  download_limit: number | null;
  expiry_days: number | null;
};

function fileOf(row: FileRow): DigitalFile {
  return {
    assetId: row.asset_id,
    name: row.name,
    downloadLimit: row.download_limit ?? undefined,
    expiryDays: row.expiry_days ?? undefined,
  };
}

function isPositive(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= LIMITS.integer;
}
