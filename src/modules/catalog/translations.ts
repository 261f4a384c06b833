import { sql } from 'kysely';
import { type Locale, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sanitiseHtml } from '../../platform/html/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { LIMITS } from './limits.ts';
import { tellProductsChanged } from './tell-changed.ts';
import { translatableField } from './translate-product.ts';

export type TranslatedEntity = 'product' | 'brand' | 'category' | 'attribute';

/** Texts by field: `title`, `description_html`, `option:0:value:Red`, …; see `translatableField`. */
export type Translation = Readonly<Record<string, string>>;

/** The texts of one product, brand, category or attribute definition (`entityId` is then its key). */
export type EntityTexts = {
  readonly entity: TranslatedEntity;
  readonly entityId: string;
  readonly locale: Locale;
  readonly fields: Translation;
};

export type TranslationRefusal = Refusal<'unknown_field' | 'too_long' | 'too_many'>;

const MOST_FIELDS = 5_000;

/**
 * Sets texts of one entity in one language. An empty text removes a translation; fields that are not named
 * stay; the same texts again write and tell nothing.
 */
export async function setTranslations(
  tx: Tx,
  texts: EntityTexts,
): Promise<Result<{ readonly isChanged: boolean }, TranslationRefusal>> {
  const [done] = await setManyTranslations(tx, [texts]);
  return done ?? ok({ isChanged: false });
}

/**
 * Sets texts of many entities at once, with a number of statements that does not depend on theirs, and tells
 * once of all that changed. Refused texts stay as they were and the others are set.
 *
 * @returns an answer for each, in their order
 */
export async function setManyTranslations(
  tx: Tx,
  given: readonly EntityTexts[],
): Promise<Result<{ readonly isChanged: boolean }, TranslationRefusal>[]> {
  const answers = given.map(textsRefusal);
  const sound = given.filter((_, place) => answers[place] === undefined);
  const changed = await writeTexts(tx, sound);
  await tellChanged(
    tx,
    sound.filter((texts) => changed.has(keyOf(texts))),
  );
  return given.map((texts, place) => {
    const refusal = answers[place];
    return refusal === undefined ? ok({ isChanged: changed.has(keyOf(texts)) }) : { ok: false, refusal };
  });
}

function textsRefusal({ entity, fields }: EntityTexts): TranslationRefusal | undefined {
  const entries = Object.entries(fields);
  if (entries.length > MOST_FIELDS)
    return refuse('too_many', `at most ${MOST_FIELDS} fields`, 'fields').refusal;
  for (const [field, value] of entries) {
    if (!translatableField(entity, field)) {
      const message = `a ${entity} has no field "${field}" to translate`;
      return refuse('unknown_field', message, `fields.${field}`).refusal;
    }
    if (value.length > LIMITS.translationValue || value.includes('\0')) {
      const message = `at most ${LIMITS.translationValue} characters without NUL`;
      return refuse('too_long', message, `fields.${field}`).refusal;
    }
  }
  return undefined;
}

// Two texts of one field in one call: the later one counts.
async function writeTexts(tx: Tx, given: readonly EntityTexts[]): Promise<ReadonlySet<string>> {
  const wanted = new Map(
    given.flatMap(({ entity, entityId, locale, fields }) =>
      Object.entries(fields).map(([field, value]) => {
        const row = { entity, id: entityId, locale, field, value: tidy(field, value) };
        return [JSON.stringify([entity, entityId, locale, field]), row] as const;
      }),
    ),
  );
  if (wanted.size === 0) return new Set();
  const { rows } = await sql<{ entity: string; entityId: string; locale: Locale }>`
    with given as materialized (
      select entity, id, locale, field, value from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb)
        as given (entity text, id text, locale text, field text, value text)
    ), removed as (
      delete from catalog.translation kept using given
      where given.value = '' and (kept.entity, kept.entity_id, kept.locale, kept.field)
        = (given.entity, given.id, given.locale, given.field)
      returning kept.entity, kept.entity_id, kept.locale
    ), written as (
      insert into catalog.translation (entity, entity_id, locale, field, value)
      select given.entity, given.id, given.locale, given.field, given.value from given
      left join catalog.translation kept on (kept.entity, kept.entity_id, kept.locale, kept.field)
        = (given.entity, given.id, given.locale, given.field)
      where given.value <> '' and kept.value is distinct from given.value
      order by given.entity, given.id, given.locale, given.field
      on conflict (entity, entity_id, locale, field) do update set value = excluded.value
      returning entity, entity_id, locale
    )
    select entity, entity_id as "entityId", locale from removed
    union select entity, entity_id, locale from written`.execute(tx);
  return new Set(rows.map(keyOf));
}

async function tellChanged(tx: Tx, changed: readonly EntityTexts[]): Promise<void> {
  const products = changed.filter((texts) => texts.entity === 'product').map((texts) => texts.entityId);
  await tellProductsChanged(tx, [...new Set(products)], 'translation');
  for (const what of ['brand', 'category', 'attribute'] as const) {
    const ids = changed.filter((texts) => texts.entity === what).map((texts) => texts.entityId);
    if (ids.length > 0) await tell(tx, 'catalog.taxonomy_changed', { what, ids: [...new Set(ids)] });
  }
}

function keyOf(texts: {
  readonly entity: string;
  readonly entityId: string;
  readonly locale: string;
}): string {
  return JSON.stringify([texts.entity, texts.entityId, texts.locale]);
}

function tidy(field: string, value: string): string {
  const text = value.toWellFormed().trim();
  return field === 'description_html' ? sanitiseHtml(text).trim() : text;
}
