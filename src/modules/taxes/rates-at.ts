import type { TaxPlace } from './eu.ts';
import type { TaxRate, TaxRule } from './tax-rate.ts';

/**
 * The rates of a class of goods at a place on a day, one a levy, in the order of their names. Of one levy the rules of
 * the most specific place count (a longer postal prefix before a shorter, a region before its country), there the
 * class's own before the standard, and of those the one that began last.
 */
export function ratesAt(
  rules: readonly TaxRule[],
  at: { readonly place: TaxPlace; readonly taxClass: string; readonly day: Temporal.PlainDate },
): TaxRate[] {
  const fitting = rules.filter(
    (rule) =>
      isAt(rule, at.place) && isOn(rule, at.day) && (rule.taxClass === '' || rule.taxClass === at.taxClass),
  );
  return [...Map.groupBy(fitting, (rule) => rule.levy).values()]
    .flatMap((levy) => levy.toSorted((a, b) => byPrecedence(a, b, at.place)).slice(0, 1))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, country, region, rateMillionths }) =>
      region === undefined ? { name, country, rateMillionths } : { name, country, region, rateMillionths },
    );
}

function isAt(rule: TaxRule, place: TaxPlace): boolean {
  if (rule.country !== place.country) return false;
  if (rule.region !== undefined && rule.region !== place.region) return false;
  return rule.postalPrefixes.length === 0 || prefixLength(rule, place) > 0;
}

function isOn({ validFrom, validUntil }: TaxRule, day: Temporal.PlainDate): boolean {
  const hasBegun = validFrom === undefined || Temporal.PlainDate.compare(validFrom, day) <= 0;
  return hasBegun && (validUntil === undefined || Temporal.PlainDate.compare(day, validUntil) < 0);
}

function byPrecedence(a: TaxRule, b: TaxRule, place: TaxPlace): number {
  const byPrefix = prefixLength(b, place) - prefixLength(a, place);
  if (byPrefix !== 0) return byPrefix;
  if ((a.region === undefined) !== (b.region === undefined)) return a.region === undefined ? 1 : -1;
  if (a.taxClass !== b.taxClass) return a.taxClass === '' ? 1 : -1;
  const [from, other] = [a.validFrom?.toString() ?? '', b.validFrom?.toString() ?? ''];
  if (from !== other) return from > other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function prefixLength(rule: TaxRule, place: TaxPlace): number {
  const lengths = rule.postalPrefixes
    .filter((prefix) => place.postalCode?.startsWith(prefix))
    .map((prefix) => prefix.length);
  return Math.max(0, ...lengths);
}
