import { fromDecimal } from '../../kernel/index.ts';
import type { ProductFacts, Scalar } from './facts.ts';
import { type Field, fieldOf, isOrder, type Operator } from './rule-fields.ts';

/**
 * Which products belong to a collection. A product has several values for most fields (a price per variant, tags):
 * a condition holds when one of them satisfies it, and a negative one (`not_equal_to`, `none_of`, `not_containing`,
 * `not_set`) when none does. Text is compared without regard to case; a category includes what is below it; money is
 * decimal text in the currency.
 *
 * @example { all: [{ field: 'price:EUR', is: 'less_than', value: '50.00' }, { not: { field: 'tag', is: 'equal_to', value: 'old' } }] }
 */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | Condition;

export type Condition = {
  readonly field: string;
  readonly is: Operator;
  /** One value, a list for `one_of` and `none_of`, [low, high] for `between`, left out for `set` and `not_set`. */
  readonly value?: Scalar | readonly Scalar[];
};

/** Whether a product with these facts belongs to the collection at this instant. */
export function matches(rule: Rule, facts: ProductFacts, now: Temporal.Instant): boolean {
  return matcherOf(rule)(facts, now.epochMilliseconds);
}

/** Every field that the rule asks about, once, in order of the alphabet: what an edit is compared with. */
export function fieldsOf(rule: Rule): string[] {
  const found = new Set<string>();
  const visit = (part: Rule): void => {
    if ('all' in part) part.all.forEach(visit);
    else if ('any' in part) part.any.forEach(visit);
    else if ('not' in part) visit(part.not);
    else found.add(part.field);
  };
  visit(rule);
  return [...found].toSorted();
}

/** `now` in Unix milliseconds: the matcher runs for each product of a batch. */
export type Matcher = (facts: ProductFacts, nowMs: number) => boolean;

/** The rule made ready to be asked of many products; `matches` for one. */
export function matcherOf(rule: Rule): Matcher {
  if ('all' in rule) {
    const parts = rule.all.map(matcherOf);
    return (facts, nowMs) => parts.every((part) => part(facts, nowMs));
  }
  if ('any' in rule) {
    const parts = rule.any.map(matcherOf);
    return (facts, nowMs) => parts.some((part) => part(facts, nowMs));
  }
  if ('not' in rule) {
    const part = matcherOf(rule.not);
    return (facts, nowMs) => !part(facts, nowMs);
  }
  return conditionMatcher(rule);
}

const NEGATIVE: Partial<Record<Operator, Operator>> = {
  not_equal_to: 'equal_to',
  none_of: 'one_of',
  not_containing: 'containing',
  not_set: 'set',
};

function conditionMatcher(condition: Condition): Matcher {
  const field = fieldOf(condition.field);
  if (field === undefined)
    throw new TypeError(`a rule asks about "${condition.field}", which no product has`);
  const positive = NEGATIVE[condition.is];
  const test = valueTest(field, positive ?? condition.is, condition.value);
  const isNegative = positive !== undefined;
  return (facts, nowMs) => valuesOf(facts, field.name, nowMs).some(test) !== isNegative;
}

const NONE: readonly Scalar[] = [];
const DAY_MS = 86_400_000;

function valuesOf(facts: ProductFacts, name: string, nowMs: number): readonly Scalar[] {
  const values = facts[name] ?? NONE;
  if (name !== 'age_days') return values;
  return values.map((sinceMs) => Math.floor((nowMs - Number(sinceMs)) / DAY_MS));
}

type ValueTest = (value: Scalar) => boolean;

function valueTest(field: Field, operator: Operator, value: Condition['value']): ValueTest {
  if (operator === 'set') return () => true;
  const wanted = value === undefined ? [] : isList(value) ? value : [value];
  if (field.kind === 'money') {
    const amounts = wanted.map((text) => fromDecimal(String(text), field.currency)?.minor);
    return orderTest(operator, amounts, (minor) => BigInt(minor));
  }
  if (field.kind === 'number') return orderTest(operator, wanted.map(numberOf), numberOf);
  if (field.kind === 'open' && isOrder(operator)) {
    return orderTest(operator, wanted.map(numberOf), (own) => (typeof own === 'number' ? own : Number.NaN));
  }
  return textTest(operator, wanted.map(folded));
}

function orderTest<Amount extends number | bigint>(
  operator: Operator,
  wanted: readonly (Amount | undefined)[],
  read: (value: Scalar) => Amount,
): ValueTest {
  const [first, second] = wanted;
  if (first === undefined) throw new TypeError(`"${operator}" needs a value`);
  if (operator === 'equal_to' || operator === 'one_of') return (value) => wanted.includes(read(value));
  if (operator === 'less_than') return (value) => read(value) < first;
  if (operator === 'at_most') return (value) => read(value) <= first;
  if (operator === 'more_than') return (value) => read(value) > first;
  if (operator === 'at_least') return (value) => read(value) >= first;
  if (operator === 'between' && second !== undefined) {
    return (value) => read(value) >= first && read(value) <= second;
  }
  throw new TypeError(`"${operator}" does not compare amounts`);
}

function textTest(operator: Operator, wanted: readonly string[]): ValueTest {
  const [first] = wanted;
  if (first === undefined) throw new TypeError(`"${operator}" needs a value`);
  if (operator === 'equal_to' || operator === 'one_of') return (value) => wanted.includes(folded(value));
  if (operator === 'containing') return (value) => folded(value).includes(first);
  if (operator === 'starting_with') return (value) => folded(value).startsWith(first);
  if (operator === 'ending_with') return (value) => folded(value).endsWith(first);
  throw new TypeError(`"${operator}" does not compare text`);
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return typeof value === 'object';
}

function folded(value: Scalar): string {
  return String(value).normalize('NFC').toLowerCase();
}

/** Stock that is not counted never runs out. */
function numberOf(value: Scalar): number {
  return value === 'unlimited' ? Number.POSITIVE_INFINITY : Number(value);
}
