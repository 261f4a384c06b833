import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import type { AttributeDefinition } from './attribute.ts';
import { ATTRIBUTE_KEY } from './draft/check-attributes.ts';
import { LIMITS } from './limits.ts';
import type { ProductId } from './product.ts';
import { tellProductsChanged } from './tell-changed.ts';

export type DefinitionRefusal = Refusal<
  'missing' | 'too_long' | 'too_many' | 'invalid' | 'type_in_use' | 'choice_in_use'
>;

const TYPES: ReadonlySet<string> = new Set([
  ...['text', 'number', 'boolean', 'date', 'choice', 'choices', 'measure', 'color', 'url'],
]);

/**
 * Defines an attribute, or changes the one with this key. The type of one that products have values of cannot
 * change, except between measure and number; a choice that a product has cannot go.
 */
export async function saveAttributeDefinition(
  tx: Tx,
  input: AttributeDefinition,
): Promise<Result<undefined, DefinitionRefusal>> {
  const definition = { ...input, name: input.name.trim(), choices: [...new Set(input.choices)] };
  const refusal = fieldRefusal(definition) ?? (await usageRefusal(tx, definition));
  if (refusal !== undefined) return { ok: false, refusal };
  const { key, name, type, unit, choices, isFacet, position } = definition;
  await sql`
    insert into catalog.attribute_definition (key, name, type, unit, choices, is_facet, position)
    values (${key}, ${name}, ${type}, ${unit ?? null}, ${choices}::text[], ${isFacet}, ${position})
    on conflict (key) do update set name = excluded.name, type = excluded.type, unit = excluded.unit,
      choices = excluded.choices, is_facet = excluded.is_facet, position = excluded.position`.execute(tx);
  await tell(tx, 'catalog.taxonomy_changed', { what: 'attribute', ids: [key] });
  await tellProductsChanged(tx, await productsWith(tx, key), 'attribute');
  return ok(undefined);
}

function fieldRefusal(definition: AttributeDefinition): DefinitionRefusal | undefined {
  const { key, name, type, choices, position } = definition;
  if (!ATTRIBUTE_KEY.test(key)) {
    const message = 'a key has lower-case letters, digits and underscores, a letter first, at most 60';
    return refuse('invalid', message, 'key').refusal;
  }
  if (name === '') return refuse('missing', 'an attribute needs a name', 'name').refusal;
  if (name.length > LIMITS.attributeName) {
    return refuse('too_long', `a name has at most ${LIMITS.attributeName} characters`, 'name').refusal;
  }
  if (!TYPES.has(type))
    return refuse('invalid', `the type is one of ${[...TYPES].join(', ')}`, 'type').refusal;
  if (choices.length > LIMITS.attributeChoices) {
    return refuse('too_many', `at most ${LIMITS.attributeChoices} choices`, 'choices').refusal;
  }
  const isWrong = choices.some((choice) => choice.trim() !== choice || choice === '' || choice.length > 255);
  if (isWrong) return refuse('invalid', 'a choice has 1 to 255 characters', 'choices').refusal;
  if (Number.isInteger(position) && Math.abs(position) <= 1_000_000) return undefined;
  return refuse('invalid', 'a position is a whole number', 'position').refusal;
}

/** Values that products have must still be of the definition afterwards. */
async function usageRefusal(tx: Tx, definition: AttributeDefinition): Promise<DefinitionRefusal | undefined> {
  const { key, type, choices } = definition;
  const { rows } = await sql<{ type: string }>`
    select type from catalog.attribute_definition where key = ${key} for update`.execute(tx);
  const before = rows[0]?.type;
  const isNumeric = (name: string | undefined) => name === 'number' || name === 'measure';
  const isOther = before !== undefined && before !== type && !(isNumeric(before) && isNumeric(type));
  if (isOther && (await isUsed(tx, sql`attributes ? ${key}`))) {
    return refuse('type_in_use', `products have values of the type ${before}`, 'type').refusal;
  }
  if (before === undefined || choices.length === 0 || (type !== 'choice' && type !== 'choices'))
    return undefined;
  const outside = sql`
    attributes ? ${key} and not to_jsonb(${choices}::text[]) @> (attributes -> ${key}::text)`;
  if (!(await isUsed(tx, outside))) return undefined;
  return refuse('choice_in_use', 'a product has a value that is none of these choices', 'choices').refusal;
}

async function isUsed(tx: Tx, condition: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ is_used: boolean }>`
    select exists (select from catalog.product where ${condition})
      or exists (select from catalog.variant where ${condition}) as is_used`.execute(tx);
  return rows[0]?.is_used ?? false;
}

async function productsWith(tx: Tx, key: string): Promise<ProductId[]> {
  const { rows } = await sql<{ id: ProductId }>`
    select id from catalog.product where attributes ? ${key}
    union select product_id from catalog.variant where attributes ? ${key}
    order by id`.execute(tx);
  return rows.map((row) => row.id);
}
