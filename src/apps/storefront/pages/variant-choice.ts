import type { Option, Variant } from '../../../modules/catalog/index.ts';

/** A variant that the page may offer, with whether it can be bought now. */
export type Offer = { readonly variant: Variant; readonly isBuyable: boolean };

/**
 * The variant an address asks for. `?variant=ID` names it; `?Size=M&Color=Red` chooses by option: the variant that has
 * most of the values asked for, the earlier options counting more; among equals one that can be bought, then the first.
 * A value the product does not have is ignored. `undefined` when there is no offer.
 */
export function chooseVariant(
  options: readonly Option[],
  offers: readonly Offer[],
  query: URLSearchParams,
): Offer | undefined {
  const id = query.get('variant');
  const named = id === null ? undefined : offers.find((offer) => offer.variant.id === id);
  if (named) return named;
  const wanted = options.map(({ name, values }) => {
    const asked = query.get(name);
    return asked !== null && values.includes(asked) ? asked : undefined;
  });
  let best: Offer | undefined;
  let bestScore = -1;
  for (const offer of offers) {
    const score = matchScore(wanted, offer.variant.optionValues) * 2 + (offer.isBuyable ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [offer, score];
  }
  return best;
}

/** One value of an option as seen from the chosen variant. */
export type Choice = {
  readonly value: string;
  readonly isChosen: boolean;
  /** Whether this value together with the other chosen values can be bought. */
  readonly isAvailable: boolean;
  /** The query that chooses it, in the options' order: `?Size=M&Color=Red`. */
  readonly query: string;
};

/** For each option its values, the chosen one marked; values that no offer has are left out. */
export function choicesOf(
  options: readonly Option[],
  offers: readonly Offer[],
  chosen: Variant,
): readonly (readonly Choice[])[] {
  const buyable = new Set<string>();
  const offered = options.map(() => new Set<string>());
  for (const { variant, isBuyable } of offers) {
    if (isBuyable) buyable.add(keyOf(variant.optionValues));
    variant.optionValues.forEach((value, index) => {
      offered[index]?.add(value);
    });
  }
  return options.map(({ values }, index) =>
    values
      .filter((value) => offered[index]?.has(value))
      .map((value) => {
        const combination = chosen.optionValues.with(index, value);
        return {
          value,
          isChosen: chosen.optionValues[index] === value,
          isAvailable: buyable.has(keyOf(combination)),
          query: variantQuery(options, combination),
        };
      }),
  );
}

/** The query of a variant's own address: `?Size=M&Color=Red`; '' for a product without options. */
export function variantQuery(options: readonly Option[], values: readonly string[]): string {
  const query = new URLSearchParams();
  options.forEach(({ name }, index) => {
    const value = values[index];
    if (value !== undefined) query.append(name, value);
  });
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

// At most three options: the first counts 4, the second 2, the third 1.
function matchScore(wanted: readonly (string | undefined)[], values: readonly string[]): number {
  let score = 0;
  wanted.forEach((value, index) => {
    if (value !== undefined && values[index] === value) score += 4 >> index;
  });
  return score;
}

function keyOf(values: readonly string[]): string {
  return values.join('\u0000');
}
