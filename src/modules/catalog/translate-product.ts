import type { Product } from './product.ts';
import type { Option } from './variant.ts';

const FIELDS = {
  product: [
    /^(title|description_html|seo_title|seo_description)$/,
    /^option:[0-2]:(name|value:[^\0]{1,255})$/u,
    /^attribute:[a-z][a-z0-9_]{0,59}$/,
    /^alt:[0-9a-f-]{36}$/,
  ],
  brand: [/^(name|description_html)$/],
  category: [/^(name|description_html)$/],
  attribute: [/^(name|unit|choice:[^\0]{1,255})$/u],
} as const;

/**
 * Whether this is a text of such an entity. Of a product: `title`, `description_html`, `seo_title`,
 * `seo_description`, `option:0:name`, `option:0:value:Red`, `attribute:material`, `alt:` and an asset's id.
 */
export function translatableField(entity: keyof typeof FIELDS, field: string): boolean {
  return FIELDS[entity].some((form) => form.test(field));
}

/**
 * The product with its texts replaced by those that there are: title, description, SEO, option names and
 * values (those of the variants too), text attributes and alternative texts. The rest stays in the shop's own
 * language.
 *
 * @example
 * translateProduct(mug, { title: 'Becher', 'option:0:value:Red': 'Rot' })
 */
export function translateProduct(product: Product, fields: Readonly<Record<string, string>>): Product {
  const texts = new Map(Object.entries(fields));
  if (texts.size === 0) return product;
  const text = (field: string, own: string) => texts.get(field) ?? own;
  const value = (place: number, own: string) => text(`option:${place}:value:${own}`, own);
  const translateOption = (option: Option, place: number): Option => ({
    name: text(`option:${place}:name`, option.name),
    values: option.values.map((own) => value(place, own)),
  });
  const attributes = Object.entries(product.attributes).map(([key, own]) => {
    const translated = texts.get(`attribute:${key}`);
    return [key, typeof own === 'string' && translated !== undefined ? translated : own] as const;
  });
  return {
    ...product,
    title: text('title', product.title),
    descriptionHtml: text('description_html', product.descriptionHtml),
    seoTitle: text('seo_title', product.seoTitle),
    seoDescription: text('seo_description', product.seoDescription),
    attributes: Object.fromEntries(attributes),
    options: product.options.map(translateOption),
    variants: product.variants.map((variant) => ({
      ...variant,
      optionValues: variant.optionValues.map((own, place) => value(place, own)),
    })),
    media: product.media.map(({ assetId, alt }) => ({ assetId, alt: text(`alt:${assetId}`, alt) })),
  };
}
