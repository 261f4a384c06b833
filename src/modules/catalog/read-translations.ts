import { sql } from 'kysely';
import type { Locale } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { TranslatedEntity } from './translations.ts';

/** The texts of each entity in this language; those without any are not in the map. One round trip. */
export async function readTranslations<EntityId extends string>(
  db: Db,
  input: {
    readonly entity: TranslatedEntity;
    readonly entityIds: readonly EntityId[];
    readonly locale: Locale;
  },
): Promise<Map<EntityId, Record<string, string>>> {
  if (input.entityIds.length === 0) return new Map();
  const { rows } = await sql<{ entity_id: EntityId; fields: Record<string, string> }>`
    select entity_id, json_object_agg(field, value order by field) as fields from catalog.translation
    where entity = ${input.entity} and entity_id = any(${input.entityIds}::text[])
      and locale = ${input.locale}
    group by entity_id`.execute(db);
  return new Map(rows.map((row) => [row.entity_id, row.fields]));
}

/** The languages that any such entity has a text in, in order, whether or not a storefront shows them. */
export async function readTranslatedLocales(db: Db, entity: TranslatedEntity): Promise<Locale[]> {
  const { rows } = await sql<{ locale: Locale }>`
    select distinct locale from catalog.translation where entity = ${entity} order by locale`.execute(db);
  return rows.map((row) => row.locale);
}
