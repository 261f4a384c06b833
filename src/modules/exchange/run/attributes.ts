import type { AttributeDefinition, AttributeType, AttributeValue } from '../../catalog/index.ts';
import type { Issue } from '../issue.ts';
import type { AttributeRecord } from '../record.ts';
import { readDecimal } from '../values/decimal.ts';
import { readYesNo } from '../values/words.ts';

export type Definitions = ReadonlyMap<string, AttributeDefinition>;

/**
 * The attributes of a record as the shop's definitions have them; one that nobody defined is text, or choices
 * when it has several values. What does not fit its definition is an error of its line.
 */
export function typedAttributes(
  records: readonly AttributeRecord[],
  definitions: Definitions,
): { readonly attributes: Readonly<Record<string, AttributeValue>>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const entries = records.flatMap((record): [string, AttributeValue][] => {
    const type =
      definitions.get(record.key)?.type ?? record.type ?? (record.values.length > 1 ? 'choices' : 'text');
    const whole = record.text ?? record.values.join(', ');
    const value = typedValue(record.values, whole, type);
    if (value !== undefined) return [[record.key, value]];
    const message = `"${whole}" is no value of the attribute ${record.name}, which is of the type ${type}.`;
    issues.push({
      line: record.line,
      column: record.column,
      severity: 'error',
      code: 'bad_attribute',
      message,
    });
    return [];
  });
  return { attributes: Object.fromEntries(entries), issues };
}

function typedValue(
  values: readonly string[],
  text: string,
  type: AttributeType,
): AttributeValue | undefined {
  switch (type) {
    case 'choices':
      return [...values];
    case 'boolean':
      return readYesNo(text);
    case 'number':
    case 'measure': {
      const reading = readDecimal(text, '.');
      return reading.ok ? Number(reading.decimal) : undefined;
    }
    case 'text':
    case 'choice':
    case 'date':
    case 'color':
    case 'url':
      return text;
  }
}
