import { z } from 'zod';
import { fromDecimal, ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Condition, Rule } from './rule.ts';
import { FIELD_NAMES, type Field, fieldOf, isOrder, OPERATORS, valueShape } from './rule-fields.ts';

/** Limits of a rule: enough for a person to state and to read, little enough to evaluate on every edit. */
export const RULE_LIMITS = { depth: 5, conditions: 50, listLength: 200, textLength: 255 } as const;

/**
 * The rule in `input`, with field names in canonical form, or why it is none. The refusal's `field` is the path of the
 * part that is wrong, such as `rule.all[1].value`.
 */
export function parseRule(input: unknown): Result<Rule, Refusal<'rule_invalid'>> {
  try {
    return ok(readRule(input, { path: 'rule', depth: 1, budget: { left: RULE_LIMITS.conditions } }));
  } catch (error) {
    if (error instanceof RuleError)
      return refuse('rule_invalid', `${error.path} ${error.message}`, error.path);
    throw error;
  }
}

type Place = { readonly path: string; readonly depth: number; readonly budget: { left: number } };

class RuleError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

const GROUP = z.strictObject({ all: z.array(z.unknown()).min(1).max(RULE_LIMITS.conditions) });
const CHOICE = z.strictObject({ any: z.array(z.unknown()).min(1).max(RULE_LIMITS.conditions) });
const NEGATION = z.strictObject({ not: z.unknown() });
const CONDITION = z.strictObject({ field: z.string(), is: z.string(), value: z.unknown().optional() });

function readRule(input: unknown, place: Place): Rule {
  if (place.depth > RULE_LIMITS.depth) {
    throw new RuleError(place.path, `is nested more than ${RULE_LIMITS.depth} deep`);
  }
  const object = parsed(z.record(z.string(), z.unknown()), input, place.path);
  if ('all' in object) return { all: readRules(parsed(GROUP, input, place.path).all, 'all', place) };
  if ('any' in object) return { any: readRules(parsed(CHOICE, input, place.path).any, 'any', place) };
  if ('not' in object) {
    const inside = { ...place, path: `${place.path}.not`, depth: place.depth + 1 };
    return { not: readRule(parsed(NEGATION, input, place.path).not, inside) };
  }
  return readCondition(parsed(CONDITION, input, place.path), place);
}

function readRules(inputs: readonly unknown[], word: string, place: Place): Rule[] {
  return inputs.map((input, index) =>
    readRule(input, { ...place, path: `${place.path}.${word}[${index}]`, depth: place.depth + 1 }),
  );
}

function readCondition(input: z.infer<typeof CONDITION>, place: Place): Condition {
  place.budget.left -= 1;
  if (place.budget.left < 0) {
    throw new RuleError(
      place.path,
      `is one condition more than the ${RULE_LIMITS.conditions} a rule may have`,
    );
  }
  const field = fieldOf(input.field);
  if (field === undefined) {
    throw new RuleError(
      `${place.path}.field`,
      `"${short(input.field)}" is none of ${FIELD_NAMES.join(', ')}`,
    );
  }
  const allowed = OPERATORS[field.kind];
  const is = allowed.find((known) => known === input.is);
  if (is === undefined) {
    throw new RuleError(`${place.path}.is`, `"${short(input.is)}" is none of ${allowed.join(', ')}`);
  }
  const path = `${place.path}.value`;
  const shape = valueShape(is);
  if (shape === 'none') {
    if (input.value !== undefined) throw new RuleError(path, `must be left out with "${is}"`);
    return { field: field.name, is };
  }
  const one = scalarOf(field, isOrder(is));
  if (shape === 'one') return { field: field.name, is, value: parsed(one, input.value, path) };
  if (shape === 'list') {
    return { field: field.name, is, value: parsed(listOf(one), input.value, path) };
  }
  const pair = parsed(z.tuple([one, one]), input.value, path);
  if (!isAscending(field, pair)) throw new RuleError(path, 'must have the lower bound first');
  return { field: field.name, is, value: pair };
}

type ScalarSchema = z.ZodType<string | number | boolean>;

function scalarOf(field: Field, isNumeric: boolean): ScalarSchema {
  const text = z.string().trim().min(1).max(RULE_LIMITS.textLength);
  if (field.kind === 'number') return z.number();
  if (field.kind === 'status') return z.enum(['draft', 'active', 'archived']);
  if (field.kind === 'path') {
    return text.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'must be handles from the root, such as home/kitchen');
  }
  if (field.kind === 'money') {
    const isAmount = (value: string) => (fromDecimal(value, field.currency)?.minor ?? -1n) >= 0n;
    return text.refine(isAmount, `must be an amount of ${field.currency} in text, such as "49.00"`);
  }
  if (field.kind === 'open') return isNumeric ? z.number() : z.union([text, z.number(), z.boolean()]);
  return text;
}

function listOf(one: ScalarSchema) {
  return z.array(one).min(1).max(RULE_LIMITS.listLength);
}

function isAscending(field: Field, [low, high]: readonly [unknown, unknown]): boolean {
  if (field.kind !== 'money') return Number(low) <= Number(high);
  const minor = (value: unknown) => fromDecimal(String(value), field.currency)?.minor ?? 0n;
  return minor(low) <= minor(high);
}

function parsed<Output>(schema: z.ZodType<Output>, input: unknown, path: string): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const inside = (issue?.path ?? []).map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  throw new RuleError(path + inside.join(''), `is not right: ${issue?.message ?? 'not a rule'}`);
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
