import type { AttributeDefinition, Attributes, AttributeType, AttributeValue } from '../attribute.ts';
import { LIMITS } from '../limits.ts';
import type { DraftRefusal } from '../saved-product.ts';
import { problem } from './problem.ts';

export const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]{0,59}$/;

/**
 * Whether every attribute has a definition and a value of its type; the first that has not, or `undefined`.
 *
 * @param at where the attributes stand in the draft: `attributes` or `variants[2].attributes`
 */
export function checkAttributes(
  at: string,
  attributes: Attributes,
  definitions: ReadonlyMap<string, AttributeDefinition>,
): DraftRefusal | undefined {
  const entries = Object.entries(attributes);
  if (entries.length > LIMITS.attributes) {
    return problem(
      'too_many',
      at,
      `${at} has ${entries.length} entries; at most ${LIMITS.attributes} are kept`,
    );
  }
  for (const [key, value] of entries) {
    const definition = definitions.get(key);
    const field = `${at}.${key}`;
    if (definition === undefined) {
      return problem('unknown_attribute', field, `no attribute is defined with the key "${key}"`);
    }
    const wanted = wantedInstead(definition, value);
    if (wanted !== undefined) return problem('invalid', field, `${field}: ${wanted} is needed`);
  }
  return undefined;
}

/** The definition that a value asks for when its key has none: importers bring their own attributes. */
export function definitionFor(key: string, value: AttributeValue): AttributeDefinition | undefined {
  if (!ATTRIBUTE_KEY.test(key)) return undefined;
  const words = key.replaceAll('_', ' ').trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const position = 0;
  return { key, name, type: typeOf(value), unit: undefined, choices: [], isFacet: false, position };
}

function typeOf(value: AttributeValue): AttributeType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'choices';
}

/** What the definition asks for, in words, when the value is not that. */
function wantedInstead(definition: AttributeDefinition, value: AttributeValue): string | undefined {
  const { type, choices } = definition;
  if (type === 'number' || type === 'measure') return Number.isFinite(value) ? undefined : 'a number';
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'true or false';
  if (type === 'choices') return isList(value) ? wrongChoice(choices, value) : 'a list of texts';
  if (typeof value !== 'string') return 'a text';
  if (type === 'choice') return wrongChoice(choices, [value]);
  if (type === 'date') return isDate(value) ? undefined : 'a date such as 2026-11-23';
  if (type === 'color') return /^#[0-9a-fA-F]{6}$/.test(value) ? undefined : 'a colour such as #1a2b3c';
  if (type === 'url')
    return isWebAddress(value) ? undefined : 'an address that starts with http:// or https://';
  return badText(value);
}

function isList(value: AttributeValue): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function wrongChoice(choices: readonly string[], values: readonly string[]): string | undefined {
  if (values.length > LIMITS.attributeChoices) return `a list of at most ${LIMITS.attributeChoices}`;
  const bad = values.map(badText).find((reason) => reason !== undefined);
  if (bad !== undefined || choices.length === 0) return bad;
  return values.every((value) => choices.includes(value)) ? undefined : `one of ${choices.join(', ')}`;
}

function badText(value: string): string | undefined {
  if (value.includes('\0')) return 'a text without NUL characters';
  const limit = LIMITS.attributeText;
  return value.length > limit ? `a text of at most ${limit} characters` : undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // The 31st of February becomes the 28th, which is not what was written.
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString() === text;
}

function isWebAddress(text: string): boolean {
  return text.length <= 2_048 && /^https?:\/\//i.test(text) && URL.canParse(text);
}
