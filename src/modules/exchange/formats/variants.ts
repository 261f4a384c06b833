import type { Option } from '../../catalog/index.ts';
import type { VariantRecord } from '../record.ts';
import type { Cells } from './cells.ts';

/** A product's options are lists of the values that its variants have, in the order in which they come. */
export function optionsOf(names: readonly string[], variants: readonly VariantRecord[]): Option[] {
  return names.map((name, position) => ({
    name,
    values: [...new Set(variants.flatMap((variant) => variant.draft.optionValues[position] ?? []))],
  }));
}

/** The refusals that every format shares; a product with one of them is left out whole. */
export function checkVariants<Key extends string>(
  cells: Cells<Key>,
  names: readonly string[],
  variants: readonly VariantRecord[],
): void {
  const seen = new Map<string, number>();
  for (const variant of variants) {
    const row = { line: variant.line, cells: [] };
    const values = variant.draft.optionValues;
    if (values.length !== names.length || values.some((value) => value === '')) {
      const missing = names.filter((_, position) => (values[position] ?? '') === '').join(', ');
      cells.report(
        row,
        undefined,
        'error',
        'option_value_missing',
        `The variant has no value for the option ${missing}.`,
      );
      continue;
    }
    const key = JSON.stringify(values);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, variant.line);
    else {
      const what = values.length === 0 ? 'without options' : `"${values.join(' / ')}"`;
      cells.report(
        row,
        undefined,
        'error',
        'duplicate_variant',
        `The variant ${what} is already in line ${first}.`,
      );
    }
  }
}
