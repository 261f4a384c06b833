import { sql } from 'kysely';
import { fallbacksOf, type Locale } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { AssetId } from '../../catalog/index.ts';
import type { Collection, CollectionSort, TranslatedField } from '../collection.ts';
import type { CollectionId } from '../membership.ts';
import { fieldsOf, type Rule } from '../rule.ts';

type Row = {
  id: CollectionId;
  handle: string;
  title: string;
  description_html: string;
  rule: Rule | null;
  sort: CollectionSort;
  asset_id: AssetId | null;
  seo_title: string;
  seo_description: string;
  is_published: boolean;
  position: number;
  version: bigint;
  updated_at: Temporal.Instant;
  words: Partial<Record<Column, string>> | null;
};

const COLUMNS = {
  title: 'title',
  descriptionHtml: 'description_html',
  seoTitle: 'seo_title',
  seoDescription: 'seo_description',
} as const satisfies Record<TranslatedField, string>;
type Column = (typeof COLUMNS)[TranslatedField];

/** Which collections, and in which language: words that are not translated are in the shop's own. */
export type CollectionChoice = {
  readonly ids?: readonly CollectionId[];
  readonly handle?: string;
  readonly locale?: Locale;
};

/** In the order that the manager gave, then by title. */
export async function readCollections(db: Db, choice: CollectionChoice = {}): Promise<Collection[]> {
  const fallbacks = choice.locale === undefined ? [] : fallbacksOf(choice.locale);
  const { rows } = await sql<Row>`
    select id, handle, title, description_html, rule, sort, asset_id, seo_title, seo_description, is_published,
      position, version, updated_at, (
        -- The nearest language of a field wins, because it comes last.
        select jsonb_object_agg(field, value order by array_position(${fallbacks}::text[], locale) desc)
        from merchandising.translation
        where collection_id = collection.id and locale = any(${fallbacks}::text[])
      ) as words
    from merchandising.collection
    where id = any(coalesce(${choice.ids ?? null}::uuid[], array[id]))
      and handle = coalesce(${choice.handle ?? null}::text, handle)
    order by position, title, id`.execute(db);
  return rows.map(collectionOf);
}

/** One collection by its address, in one round trip. */
export async function readCollectionByHandle(
  db: Db,
  handle: string,
  locale?: Locale,
): Promise<Collection | undefined> {
  const [found] = await readCollections(db, locale === undefined ? { handle } : { handle, locale });
  return found;
}

/** What is translated of every collection, in this language or the nearest that there is. */
export async function readCollectionTranslations(
  db: Db,
  locale: Locale,
): Promise<Map<CollectionId, Partial<Record<TranslatedField, string>>>> {
  const { rows } = await sql<{ id: CollectionId; words: Partial<Record<Column, string>> }>`
    select collection_id as id,
      jsonb_object_agg(field, value order by array_position(${fallbacksOf(locale)}::text[], locale) desc) as words
    from merchandising.translation where locale = any(${fallbacksOf(locale)}::text[])
    group by collection_id`.execute(db);
  return new Map(rows.map(({ id, words }) => [id, wordsOf(words)]));
}

/** How many products each has, drafts included; a collection without any is not in the map. */
export async function countProducts(
  db: Db,
  collectionIds: readonly CollectionId[],
): Promise<Map<CollectionId, number>> {
  const { rows } = await sql<{ collection_id: CollectionId; count: number }>`
    select collection_id, count(*)::int as count from merchandising.collection_product
    where collection_id = any(${collectionIds}::uuid[]) group by collection_id`.execute(db);
  return new Map(rows.map((row) => [row.collection_id, row.count]));
}

/** Writes the collection as it is to be; its id says which. */
export async function writeCollection(tx: Tx, collection: Collection): Promise<void> {
  const rule = collection.kind === 'rule' ? collection.rule : undefined;
  await sql`
    insert into merchandising.collection (id, handle, title, description_html, kind, rule, fields, sort, asset_id,
      seo_title, seo_description, is_published, position, version, updated_at)
    values (${collection.id}, ${collection.handle}, ${collection.title}, ${collection.descriptionHtml},
      ${collection.kind}, ${rule ? JSON.stringify(rule) : null}::jsonb, ${rule ? fieldsOf(rule) : []}::text[],
      ${collection.sort}, ${collection.assetId ?? null}, ${collection.seoTitle}, ${collection.seoDescription},
      ${collection.isPublished}, ${collection.position}, ${collection.version}, ${collection.updatedAt.toString()})
    on conflict (id) do update set
      handle = excluded.handle, title = excluded.title, description_html = excluded.description_html,
      kind = excluded.kind, rule = excluded.rule, fields = excluded.fields, sort = excluded.sort,
      asset_id = excluded.asset_id, seo_title = excluded.seo_title, seo_description = excluded.seo_description,
      is_published = excluded.is_published, position = excluded.position, version = excluded.version,
      updated_at = excluded.updated_at`.execute(tx);
}

export async function deleteCollection(tx: Tx, id: CollectionId): Promise<void> {
  await sql`delete from merchandising.collection where id = ${id}`.execute(tx);
}

/** Replaces the words of one language; returns whether any differed. */
export async function writeTranslation(
  tx: Tx,
  input: {
    readonly collectionId: CollectionId;
    readonly locale: Locale;
    readonly words: Readonly<Partial<Record<TranslatedField, string>>>;
  },
): Promise<boolean> {
  const { collectionId, locale, words } = input;
  const given = Object.entries(words).filter(([, value]) => value !== '');
  const columns = Object.entries(COLUMNS).flatMap(([field, column]) => {
    const word = given.find(([name]) => name === field);
    return word ? [[column, word[1]] as const] : [];
  });
  const { rows } = await sql<{ changed: number }>`
    with given as (
      select * from unnest(${columns.map(([column]) => column)}::text[], ${columns.map(([, value]) => value)}::text[])
        as given (field, value)
    ), gone as (
      delete from merchandising.translation
      where collection_id = ${collectionId} and locale = ${locale} and field not in (select field from given)
      returning 1
    ), written as (
      insert into merchandising.translation as kept (collection_id, locale, field, value)
      select ${collectionId}::uuid, ${locale}::text, field, value from given
      on conflict (collection_id, locale, field) do update set value = excluded.value
      where kept.value <> excluded.value
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from written))::int as changed`.execute(tx);
  return (rows[0]?.changed ?? 0) > 0;
}

function wordsOf(words: Partial<Record<Column, string>>): Partial<Record<TranslatedField, string>> {
  return {
    ...(words.title !== undefined && { title: words.title }),
    ...(words.description_html !== undefined && { descriptionHtml: words.description_html }),
    ...(words.seo_title !== undefined && { seoTitle: words.seo_title }),
    ...(words.seo_description !== undefined && { seoDescription: words.seo_description }),
  };
}

function collectionOf(row: Row): Collection {
  const own = {
    id: row.id,
    handle: row.handle,
    title: row.title,
    descriptionHtml: row.description_html,
    sort: row.sort,
    assetId: row.asset_id ?? undefined,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    isPublished: row.is_published,
    position: row.position,
    version: row.version,
    updatedAt: row.updated_at,
    ...wordsOf(row.words ?? {}),
  };
  return row.rule === null ? { ...own, kind: 'manual' } : { ...own, kind: 'rule', rule: row.rule };
}
