import { sql } from 'kysely';
import { type Locale, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { LIMITS } from './limits.ts';
import { translatableField } from './translate-product.ts';

export type TranslatedEntity = 'product' | 'brand' | 'category' | 'attribute';

/** Texts by field: `title`, `description_html`, `option:0:value:Red`, …; see `translatableField`. */
export type Translation = Readonly<Record<string, string>>;

const MOST_FIELDS = 5_000;

/**
 * Sets texts of a product, brand, category or attribute definition (`entityId` is then its key) in one
 * language. An empty text removes a translation; fields that are not named stay; the same texts again write
 * and tell nothing.
 */
export async function setTranslations(
  tx: Tx,
  input: {
    readonly entity: TranslatedEntity;
    readonly entityId: string;
    readonly locale: Locale;
    readonly fields: Translation;
  },
): Promise<Result<undefined, Refusal<'unknown_field' | 'too_long' | 'too_many'>>> {
  const { entity, entityId, locale } = input;
  const fields = Object.entries(input.fields);
  if (fields.length > MOST_FIELDS) return refuse('too_many', `at most ${MOST_FIELDS} fields`, 'fields');
  for (const [field, value] of fields) {
    if (!translatableField(entity, field)) {
      return refuse('unknown_field', `a ${entity} has no field "${field}" to translate`, `fields.${field}`);
    }
    if (value.length > LIMITS.translationValue || value.includes('\0')) {
      return refuse(
        'too_long',
        `at most ${LIMITS.translationValue} characters without NUL`,
        `fields.${field}`,
      );
    }
  }
  const kept = fields.map(([field, value]) => ({ field, value: tidy(field, value) }));
  const emptied = kept.filter(({ value }) => value === '').map(({ field }) => field);
  const { numAffectedRows: removed = 0n } = await sql`
    delete from catalog.translation
    where entity = ${entity} and entity_id = ${entityId} and locale = ${locale}
      and field = any(${emptied}::text[])`.execute(tx);
  const { numAffectedRows: written = 0n } = await sql`
    insert into catalog.translation as kept (entity, entity_id, locale, field, value)
    select ${entity}, ${entityId}, ${locale}, field, value
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as given (field text, value text)
    where value <> '' order by field
    on conflict (entity, entity_id, locale, field) do update set value = excluded.value
    where kept.value <> excluded.value`.execute(tx);
  if (removed + written === 0n) return ok(undefined);
  if (entity === 'product') {
    await tell(tx, 'catalog.products_changed', { productIds: [entityId], cause: 'translation' });
  } else {
    await tell(tx, 'catalog.taxonomy_changed', { what: entity, ids: [entityId] });
  }
  return ok(undefined);
}

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

function tidy(field: string, value: string): string {
  const text = value.toWellFormed().trim();
  return field === 'description_html' ? sanitiseHtml(text).trim() : text;
}
