import type { Locale } from '../../../kernel/index.ts';
import { type Category, type Product, translateProduct } from '../../catalog/index.ts';
import type { DocumentTexts } from '../document.ts';
import { plainText } from './plain-text.ts';
import type { References } from './references.ts';

/** Longer descriptions add words that say less and less of the product. */
const LONGEST_DESCRIPTION = 4_000;

/** What a product's text fields hold in one locale. `words`: its translations there, none for the shop's own. */
export function composeTexts(
  product: Product,
  references: References,
  locale: Locale,
  words: Readonly<Record<string, string>>,
): DocumentTexts {
  const translated = translateProduct(product, words);
  const brand = product.brandId === undefined ? undefined : references.brands.get(product.brandId);
  const labels = composeLabels(product, translated, references, locale);
  return {
    title: translated.title,
    brand: brand?.name ?? '',
    type: translated.productType,
    tags: product.tags.join(' '),
    categories: categoryNames(product, references, locale).join(' '),
    options: translated.options.flatMap(({ values }) => values).join(' '),
    attributes: attributeText(translated, references, locale),
    description: plainText(translated.descriptionHtml).slice(0, LONGEST_DESCRIPTION),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  };
}

/** The names of a product's categories and of what they are in. */
function categoryNames(product: Product, references: References, locale: Locale): string[] {
  const named = new Map<string, string>();
  for (const id of product.categoryIds) {
    let category: Category | undefined = references.categories.get(id);
    while (category !== undefined && !named.has(category.id)) {
      const name = references.categoryWords.get(locale)?.get(category.id)?.['name'] ?? category.name;
      named.set(category.id, name);
      category = category.parentId === undefined ? undefined : references.categories.get(category.parentId);
    }
  }
  return [...named.values()];
}

function attributeText(translated: Product, references: References, locale: Locale): string {
  return Object.entries(translated.attributes)
    .flatMap(([key, value]) => {
      if (references.definitions.get(key)?.type === 'url' || typeof value === 'boolean') return [];
      const values = typeof value === 'object' ? value : [String(value)];
      return values
        .filter((one) => !one.startsWith('#'))
        .map((one) => choiceName(references, locale, key, one));
    })
    .join(' ');
}

/** A choice's name in a locale: translated with its definition, else as it is. */
function choiceName(references: References, locale: Locale, key: string, choice: string): string {
  return references.attributeWords.get(locale)?.get(key)?.[`choice:${choice}`] ?? choice;
}

const YES: Readonly<Record<string, string>> = { de: 'Ja', fr: 'Oui', es: 'Sí', it: 'Sì', nl: 'Ja' };

/** What facet values are called in this locale where it differs; under '' what the facet is called. */
function composeLabels(
  product: Product,
  translated: Product,
  references: References,
  locale: Locale,
): Record<string, Record<string, string>> {
  const labels: Record<string, Record<string, string>> = {};
  const label = (facet: string, value: string, name: string | undefined): void => {
    if (name !== undefined && name !== value) labels[facet] = { ...labels[facet], [value]: name };
  };
  for (const [place, { name, values }] of product.options.entries()) {
    const option = translated.options[place];
    const facet = `option.${name}`;
    if (option?.name !== name) label(facet, '', option?.name);
    for (const [index, value] of values.entries()) label(facet, value, option?.values[index]);
  }
  for (const [key, value] of Object.entries(product.attributes)) {
    if (references.definitions.get(key)?.isFacet !== true) continue;
    const facet = `attribute.${key}`;
    if (value === true) label(facet, 'true', YES[locale.split('-')[0] ?? ''] ?? 'Yes');
    const own = translated.attributes[key];
    if (typeof value === 'string' && typeof own === 'string')
      label(facet, value, own === value ? choiceName(references, locale, key, value) : own);
    if (typeof value === 'object')
      for (const choice of value) label(facet, choice, choiceName(references, locale, key, choice));
  }
  return labels;
}
