import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { AssetId, AssetKind, Picture } from './asset.ts';
import { distinctFileName, fileNameOf } from './file-name.ts';
import type { Format } from './widths.ts';

/** What is kept about a file once it is there. */
export type ReadyAsset = {
  readonly kind: AssetKind;
  readonly fileKey: string;
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: number;
  /** Of pictures only. */
  readonly width: number | null;
  readonly height: number | null;
  readonly placeholderColor: string | null;
};

export type AssetRow = {
  readonly id: AssetId;
  readonly kind: AssetKind;
  readonly state: 'pending' | 'ready' | 'failed';
  readonly sourceUrl: string | null;
  readonly fileKey: string | null;
  readonly fileName: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly placeholderColor: string | null;
  readonly failure: string | null;
};

const COLUMNS = sql`
  id, kind, state, source_url as "sourceUrl", file_key as "fileKey", file_name as "fileName", width,
  height, placeholder_color as "placeholderColor", failure`;

export async function findAsset(db: Db, id: AssetId): Promise<AssetRow | undefined> {
  const { rows } = await sql<AssetRow>`select ${COLUMNS} from media.asset where id = ${id}`.execute(db);
  return rows[0];
}

export async function findByHash(db: Db, hash: string): Promise<AssetRow | undefined> {
  const { rows } = await sql<AssetRow>`
    select ${COLUMNS} from media.asset where content_hash = ${hash}
  `.execute(db);
  return rows[0];
}

/** Keeps a new ready asset, unless one of this content is there: the id of that. */
export async function insertReady(db: Db, id: AssetId, hash: string, asset: ReadyAsset): Promise<AssetId> {
  const { rows } = await sql<{ id: AssetId }>`
    insert into media.asset (id, kind, state, content_hash, file_key, file_name, mime, bytes, width, height,
      placeholder_color)
    values (${id}, ${asset.kind}, 'ready', ${hash}, ${asset.fileKey}, ${freeName(id, asset)}, ${asset.mime},
      ${asset.bytes}, ${asset.width}, ${asset.height}, ${asset.placeholderColor})
    on conflict (content_hash) do update set content_hash = excluded.content_hash
    returning id
  `.execute(db);
  return rows[0]?.id ?? id;
}

/** Makes a pending asset ready. Of two with the same content one has the hash; both name the one file. */
export async function makeReady(tx: Tx, id: AssetId, hash: string, asset: ReadyAsset): Promise<void> {
  await sql`
    update media.asset set state = 'ready', kind = ${asset.kind}, file_key = ${asset.fileKey},
      file_name = ${freeName(id, asset)}, mime = ${asset.mime}, bytes = ${asset.bytes}, width = ${asset.width},
      height = ${asset.height}, placeholder_color = ${asset.placeholderColor}, failure = null,
      content_hash = case when exists (
        select from media.asset other where other.content_hash = ${hash} and other.id <> ${id}) then null
        else ${hash} end
    where id = ${id}
  `.execute(tx);
}

// A name that another asset has gets a part of the id: who imports by name must get the right picture.
function freeName(id: AssetId, asset: ReadyAsset): RawBuilder<string> {
  const name = fileNameOf(asset.fileName);
  return sql`case when ${name}::text <> '' and exists (
      select from media.asset other where lower(other.file_name) = lower(${name}::text)
        and other.file_name <> '' and other.id <> ${id})
    then ${distinctFileName(name, id)}::text else ${name}::text end`;
}

export async function makeFailed(db: Db, id: AssetId, failure: string): Promise<void> {
  await sql`
    update media.asset set state = 'failed', failure = ${failure} where id = ${id} and state <> 'ready'
  `.execute(db);
}

/** New pending assets, and failed ones that get another chance. */
export async function insertPending(
  tx: Tx,
  kind: 'image' | 'file',
  wanted: readonly { readonly id: AssetId; readonly url: string }[],
): Promise<readonly AssetId[]> {
  const ids = wanted.map(({ id }) => id);
  const urls = wanted.map(({ url }) => url);
  const { rows } = await sql<{ id: AssetId }>`
    insert into media.asset as asset (id, kind, state, source_url)
    select id, ${kind}, 'pending', url from unnest(${ids}::uuid[], ${urls}::text[]) as wanted (id, url)
    order by url
    on conflict (source_url) do update set state = 'pending', kind = excluded.kind, failure = null
    where asset.state = 'failed'
    returning id
  `.execute(tx);
  return rows.map((row) => row.id);
}

export async function findByUrls(
  db: Db,
  urls: readonly string[],
): Promise<readonly { readonly id: AssetId; readonly url: string; readonly state: AssetRow['state'] }[]> {
  const { rows } = await sql<{ id: AssetId; url: string; state: AssetRow['state'] }>`
    select id, source_url as url, state from media.asset where source_url = any(${urls}::text[])
  `.execute(db);
  return rows;
}

export async function selectSources(
  db: Db,
  ids: readonly AssetId[],
): Promise<
  readonly { readonly id: AssetId; readonly sourceUrl: string | null; readonly fileName: string }[]
> {
  const { rows } = await sql<{ id: AssetId; sourceUrl: string | null; fileName: string }>`
    select id, source_url as "sourceUrl", file_name as "fileName" from media.asset
    where id = any(${ids}::uuid[]) and (source_url is not null or file_name <> '')
  `.execute(db);
  return rows;
}

export async function selectByNames(
  db: Db,
  names: readonly string[],
): Promise<readonly { readonly id: AssetId; readonly fileName: string }[]> {
  const { rows } = await sql<{ id: AssetId; fileName: string }>`
    select id, file_name as "fileName" from media.asset
    where lower(file_name) = any(select lower(name) from unnest(${names}::text[]) as asked (name))
      and file_name <> '' and state = 'ready'
  `.execute(db);
  return rows;
}

export async function selectPictures(db: Db, ids: readonly AssetId[]): Promise<readonly Picture[]> {
  const { rows } = await sql<Picture>`
    select id as "assetId", width, height, placeholder_color as "placeholderColor" from media.asset
    where id = any(${ids}::uuid[]) and state = 'ready' and kind in ('image', 'vector')
  `.execute(db);
  return rows;
}

export type RenditionRow = { readonly height: number; readonly bytes: number; readonly fileKey: string };

export async function findRendition(
  db: Db,
  key: { readonly assetId: AssetId; readonly format: Format; readonly width: number },
): Promise<RenditionRow | undefined> {
  const { rows } = await sql<RenditionRow>`
    select height, bytes::int as bytes, file_key as "fileKey" from media.rendition
    where asset_id = ${key.assetId} and format = ${key.format} and width = ${key.width}
  `.execute(db);
  return rows[0];
}

export async function insertRendition(
  db: Db,
  key: { readonly assetId: AssetId; readonly format: Format; readonly width: number },
  made: RenditionRow,
): Promise<void> {
  await sql`
    insert into media.rendition (asset_id, format, width, height, bytes, file_key)
    values (${key.assetId}, ${key.format}, ${key.width}, ${made.height}, ${made.bytes}, ${made.fileKey})
    on conflict do nothing
  `.execute(db);
}
