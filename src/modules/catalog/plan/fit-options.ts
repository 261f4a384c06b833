import { problem } from '../draft/problem.ts';
import { LIMITS } from '../limits.ts';
import type { DraftRefusal } from '../saved-product.ts';
import type { Option } from '../variant.ts';

type Optioned = { readonly optionValues: readonly string[] };

/**
 * The product's options with just the values that its variants have: in the order given, then in that of the
 * variants. A value that no variant has would be a choice that leads nowhere.
 */
export function fitOptions(options: readonly Option[], variants: readonly Optioned[]): Option[] {
  return options.map((option, place) => {
    const used = new Set(variants.flatMap((variant) => variant.optionValues[place] ?? []));
    const values = new Set([...option.values.filter((value) => used.has(value)), ...used]);
    return { name: option.name, values: [...values] };
  });
}

/** Whether each variant has one value per option and no two have the same. */
export function optionsProblem(
  options: readonly Option[],
  variants: readonly Optioned[],
): DraftRefusal | undefined {
  const seen = new Map<string, number>();
  for (const [index, { optionValues }] of variants.entries()) {
    const field = `variants[${index}].optionValues`;
    if (optionValues.length !== options.length) {
      const message = `${field} has ${optionValues.length} values; the product has ${options.length} options`;
      return problem('options_mismatch', field, message);
    }
    const key = JSON.stringify(optionValues);
    const twin = seen.get(key);
    if (twin !== undefined) {
      const named = optionValues.length === 0 ? 'without options' : `of ${optionValues.join(' / ')}`;
      return problem('duplicate', field, `variants[${twin}] is the variant ${named} already`);
    }
    seen.set(key, index);
  }
  if (variants.length <= LIMITS.variants) return undefined;
  return problem('too_many', 'variants', `a product has at most ${LIMITS.variants} variants`);
}
