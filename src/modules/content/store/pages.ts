import { sql } from 'kysely';
import { fallbacksOf, type Locale } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { KeptPage, Page, PageId, PageWords } from '../page.ts';
import { replaceTranslations, type Translation } from './translations.ts';

const COLUMNS = {
  title: 'title',
  bodyHtml: 'body_html',
  seoTitle: 'seo_title',
  seoDescription: 'seo_description',
} as const satisfies Record<keyof PageWords, string>;

/** Writes the page when it or its translations are others than before; returns whether they were. */
export async function writePage(
  tx: Tx,
  input: { readonly id: PageId; readonly page: KeptPage; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { page } = input;
  const written = await sql<{ id: PageId }>`
    insert into content.page as kept (id, handle, title, body_html, seo_title, seo_description, is_published, updated_at)
    values (${input.id}, ${page.handle}, ${page.title}, ${page.bodyHtml}, ${page.seoTitle}, ${page.seoDescription},
      ${page.isPublished}, ${input.now.toString()})
    on conflict (handle) do update set
      title = excluded.title, body_html = excluded.body_html, seo_title = excluded.seo_title,
      seo_description = excluded.seo_description, is_published = excluded.is_published, updated_at = excluded.updated_at
    where (kept.title, kept.body_html, kept.seo_title, kept.seo_description, kept.is_published)
      is distinct from (excluded.title, excluded.body_html, excluded.seo_title, excluded.seo_description,
        excluded.is_published)
    returning id`.execute(tx);
  if (page.translations === undefined) return written.rows.length > 0;
  const found = await sql<{ id: PageId }>`select id from content.page where handle = ${page.handle}`.execute(
    tx,
  );
  const [row] = found.rows;
  if (row === undefined) return false;
  const translations = Object.entries(page.translations).flatMap(([locale, words]) => rowsOf(locale, words));
  const isTranslated = await replaceTranslations(tx, { entity: 'page', entityId: row.id, translations });
  return written.rows.length > 0 || isTranslated;
}

export async function deletePage(tx: Tx, handle: string): Promise<boolean> {
  const { rows } = await sql<{ id: PageId }>`
    with gone as (delete from content.page where handle = ${handle} returning id), untranslated as (
      delete from content.translation using gone where entity = 'page' and entity_id = gone.id
    )
    select id from gone`.execute(tx);
  return rows.length > 0;
}

type Row = {
  id: PageId;
  handle: string;
  title: string;
  body_html: string;
  seo_title: string;
  seo_description: string;
  is_published: boolean;
  updated_at: Temporal.Instant;
  words: Partial<Record<string, string>> | null;
};

/** The page with this handle in a language, published or not, in one round trip. */
export async function readPage(
  db: Db,
  input: { readonly handle: string; readonly locale: Locale },
): Promise<Page | undefined> {
  const { rows } = await sql<Row>`
    select id, handle, title, body_html, seo_title, seo_description, is_published, updated_at, (
      -- The nearest language of a field wins, because it comes last.
      select jsonb_object_agg(field, value order by array_position(${fallbacksOf(input.locale)}::text[], locale) desc)
      from content.translation
      where entity = 'page' and entity_id = page.id and locale = any(${fallbacksOf(input.locale)}::text[])
    ) as words
    from content.page where handle = ${input.handle}`.execute(db);
  const [row] = rows;
  return row && pageOf(row);
}

export type ListedPage = Pick<Page, 'handle' | 'title' | 'isPublished' | 'updatedAt'>;

/** Every page without its words, by handle: for a list or a sitemap. */
export async function readPages(db: Db): Promise<ListedPage[]> {
  const { rows } = await sql<Pick<Row, 'handle' | 'title' | 'is_published' | 'updated_at'>>`
    select handle, title, is_published, updated_at from content.page order by handle`.execute(db);
  return rows.map(({ handle, title, is_published, updated_at }) => {
    return { handle, title, isPublished: is_published, updatedAt: updated_at };
  });
}

function pageOf(row: Row): Page {
  const words = row.words ?? {};
  return {
    id: row.id,
    handle: row.handle,
    title: words['title'] ?? row.title,
    bodyHtml: words['body_html'] ?? row.body_html,
    seoTitle: words['seo_title'] ?? row.seo_title,
    seoDescription: words['seo_description'] ?? row.seo_description,
    isPublished: row.is_published,
    updatedAt: row.updated_at,
  };
}

function rowsOf(locale: string, words: PageWords): Translation[] {
  const fields = [
    [COLUMNS.title, words.title],
    [COLUMNS.bodyHtml, words.bodyHtml],
    [COLUMNS.seoTitle, words.seoTitle],
    [COLUMNS.seoDescription, words.seoDescription],
  ] as const;
  return fields.flatMap(([field, value]) => (value === undefined ? [] : [{ locale, field, value }]));
}
