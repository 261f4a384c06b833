import type { Product } from '../catalog/index.ts';
import type { Availability } from '../inventory/index.ts';
import type { Price } from '../pricing/index.ts';
import { optionField } from './rule-fields.ts';

export type Scalar = string | number | boolean;

/**
 * What rules may ask of a product: its values by field name, in the words of the rule grammar. A field without a value
 * is left out. Money is minor units in decimal digits; `age_days` holds the instant (Unix ms) that age counts from;
 * `stock` is the sum over the variants, or `unlimited` when one of them is not counted.
 */
export type ProductFacts = Readonly<Record<string, readonly Scalar[]>>;

/** What the front doors know of one product. */
export type FactSources = {
  readonly product: Product;
  readonly brandName: string | undefined;
  readonly categoryPaths: readonly string[];
  readonly prices: readonly Price[];
  readonly availability: readonly Availability[];
  /** Units sold in the last 30 days. */
  readonly sales30d: number;
};

/** The facts of a product; the same sources give the same facts in the same order, so that they compare. */
export function factsOf(sources: FactSources): ProductFacts {
  const { product } = sources;
  const facts: Record<string, readonly Scalar[]> = {
    title: [product.title],
    type: given(product.productType),
    brand: given(sources.brandName ?? ''),
    tag: product.tags.toSorted(),
    category: withAncestors(sources.categoryPaths),
    status: [product.status],
    age_days: [(product.publishedAt ?? product.createdAt).epochMilliseconds],
    discount_percent: [discountPercent(sources.prices)],
    stock: [stock(sources.availability)],
    sales_30d: [sources.sales30d],
  };
  for (const [currency, prices] of Map.groupBy(sources.prices, (price) => price.currency)) {
    facts[`price:${currency}`] = amounts(prices.map((price) => price.amountMinor));
    facts[`compare_at:${currency}`] = amounts(prices.flatMap((price) => price.compareAtMinor ?? []));
  }
  for (const [key, value] of Object.entries(product.attributes)) {
    facts[`attribute:${key}`] = typeof value === 'object' ? value.toSorted() : [value];
  }
  for (const option of product.options) facts[optionField(option.name)] = option.values.toSorted();
  return withoutEmpty(facts);
}

/** The fields in which the two differ; all of them for a product that came or went. */
export function changedFields(before: ProductFacts | undefined, after: ProductFacts | undefined): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => !isSameList(before?.[name], after?.[name])).toSorted();
}

function isSameList(a: readonly Scalar[] | undefined, b: readonly Scalar[] | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a.every((value, index) => value === b[index]);
}

function given(text: string): string[] {
  return text === '' ? [] : [text];
}

/** A product in home/kitchen is also in home: a condition on a category then includes what is below it. */
export function withAncestors(paths: readonly string[]): string[] {
  const all = new Set<string>();
  for (const path of paths) {
    const handles = path.split('/');
    for (let depth = 1; depth <= handles.length; depth += 1) all.add(handles.slice(0, depth).join('/'));
  }
  return [...all].toSorted();
}

function amounts(minor: readonly bigint[]): string[] {
  const distinct = [...new Set(minor)];
  return distinct.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(String);
}

/** The largest reduction of any variant in any currency, in whole percent rounded down: never more than is given. */
function discountPercent(prices: readonly Price[]): number {
  let largest = 0n;
  for (const { amountMinor, compareAtMinor } of prices) {
    if (compareAtMinor === undefined || compareAtMinor <= amountMinor) continue;
    const percent = ((compareAtMinor - amountMinor) * 100n) / compareAtMinor;
    if (percent > largest) largest = percent;
  }
  return Number(largest);
}

function stock(availability: readonly Availability[]): number | 'unlimited' {
  if (availability.some((one) => !one.isTracked)) return 'unlimited';
  return availability.reduce((sum, one) => sum + one.available, 0);
}

function withoutEmpty(facts: Readonly<Record<string, readonly Scalar[]>>): ProductFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, values]) => values.length > 0));
}
