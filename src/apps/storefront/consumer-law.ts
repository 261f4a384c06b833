/** The European Union's members, ISO 3166-1: where Directive 2011/83/EU holds. */
const EUROPEAN_UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function isInEuropeanUnion(country: string): boolean {
  return EUROPEAN_UNION.has(country);
}

/** Whether the Union's consumers buy here. A market without countries sells to everybody. */
export function sellsInUnion({ countries }: { readonly countries: readonly string[] }): boolean {
  return countries.length === 0 || countries.some(isInEuropeanUnion);
}
