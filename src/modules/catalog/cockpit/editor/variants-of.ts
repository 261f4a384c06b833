import { newVariant, type ProductForm, type VariantForm } from './form.ts';

type Options = ProductForm['options'];

/** Most variants of a product. */
export const MOST_VARIANTS = 2_048;

/**
 * The variants that options make: one for every combination, in the order of the values. A variant stays itself where
 * its values are still there; when an option comes or goes, the first of those that fit takes its place.
 *
 * @example variantsOf([{ name: 'Size', values: ['S', 'M'] }], [one]) // one is S, M is new
 */
export function variantsOf(options: Options, before: readonly VariantForm[]): VariantForm[] {
  const filled = options.filter(({ values }) => values.length > 0);
  const combinations = filled.reduce<readonly (readonly string[])[]>(
    (all, { values }) => all.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
  const free = new Set(before);
  const like = before[0];
  const take = (found: VariantForm | undefined): VariantForm | undefined => {
    if (found !== undefined) free.delete(found);
    return found;
  };
  const exact = combinations.map((values) =>
    take([...free].find((one) => isEqual(one.optionValues, values))),
  );
  return combinations.slice(0, MOST_VARIANTS).map((values, index) => {
    const kept = exact[index] ?? take([...free].find((one) => fits(one.optionValues, values)));
    return kept === undefined ? newVariant(values, like) : { ...kept, optionValues: values };
  });
}

/** The variants when a value gets another name: each keeps everything else. */
export function renamed(
  variants: readonly VariantForm[],
  place: number,
  from: string,
  to: string,
): VariantForm[] {
  return variants.map((variant) => ({
    ...variant,
    optionValues: variant.optionValues.map((value, index) =>
      index === place && value === from ? to : value,
    ),
  }));
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** Of another number of options, and without a value that contradicts. */
function fits(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === other.length) return false;
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.every((value) => longer.includes(value));
}
