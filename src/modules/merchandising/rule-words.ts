import type { Scalar } from './facts.ts';
import type { Condition, Rule } from './rule.ts';
import { type Operator, valueShape } from './rule-fields.ts';

/**
 * The rule as a sentence part in English, for a person to check what they stated:
 * `price in EUR is less than 50.00 and (tag is "sale" or stock is at most 5)`.
 */
export function describeRule(rule: Rule): string {
  if ('all' in rule) return joined(rule.all, ' and ');
  if ('any' in rule) return joined(rule.any, ' or ');
  if ('not' in rule) return `not (${describeRule(rule.not)})`;
  return describeCondition(rule);
}

function joined(rules: readonly Rule[], word: string): string {
  if (rules.length === 1) return rules.map(describeRule).join('');
  return rules.map((rule) => (isGroup(rule) ? `(${describeRule(rule)})` : describeRule(rule))).join(word);
}

function isGroup(rule: Rule): boolean {
  return ('all' in rule && rule.all.length > 1) || ('any' in rule && rule.any.length > 1);
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  discount_percent: 'discount in percent',
  age_days: 'age in days',
  sales_30d: 'sold in the last 30 days',
};
const FAMILY_WORDS: Readonly<Record<string, string>> = {
  price: 'price in',
  compare_at: 'price before in',
  attribute: 'attribute',
  variant_option: 'option',
};
const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  equal_to: 'is',
  not_equal_to: 'is not',
  one_of: 'is one of',
  none_of: 'is none of',
  containing: 'contains',
  not_containing: 'does not contain',
  starting_with: 'starts with',
  ending_with: 'ends with',
  less_than: 'is less than',
  at_most: 'is at most',
  more_than: 'is more than',
  at_least: 'is at least',
  between: 'is between',
  set: 'is given',
  not_set: 'is not given',
};

function describeCondition(condition: Condition): string {
  const [family = '', key] = condition.field.split(/:(.*)/s);
  const subject =
    key === undefined ? (FIELD_WORDS[family] ?? family) : `${FAMILY_WORDS[family] ?? family} ${key}`;
  const verb = OPERATOR_WORDS[condition.is];
  const shape = valueShape(condition.is);
  if (shape === 'none' || condition.value === undefined) return `${subject} ${verb}`;
  const isMoney = family === 'price' || family === 'compare_at';
  const values = [condition.value].flat().map((value: Scalar) => quoted(value, isMoney));
  return `${subject} ${verb} ${values.join(shape === 'pair' ? ' and ' : ', ')}`;
}

function quoted(value: Scalar, isMoney: boolean): string {
  return typeof value === 'string' && !isMoney ? `"${value}"` : String(value);
}
