import type { Columns } from './cells.ts';

// Both live dialects of Shopify's product file: the older names first, those of the sample file of 2024 on
// second.
export const SHOPIFY_COLUMNS = {
  handle: ['Handle', 'URL handle'],
  title: ['Title'],
  body: ['Body (HTML)', 'Description'],
  vendor: ['Vendor'],
  category: ['Product category', 'Standard Product Type', 'Custom Product Type'],
  type: ['Type'],
  tags: ['Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status'],
  option1Name: ['Option1 Name'],
  option1Value: ['Option1 Value'],
  option2Name: ['Option2 Name'],
  option2Value: ['Option2 Value'],
  option3Name: ['Option3 Name'],
  option3Value: ['Option3 Value'],
  sku: ['Variant SKU', 'SKU'],
  barcode: ['Variant Barcode', 'Barcode'],
  grams: ['Variant Grams', 'Weight value (grams)'],
  tracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  quantity: ['Variant Inventory Qty', 'Inventory quantity'],
  oversell: ['Variant Inventory Policy', 'Continue selling when out of stock'],
  price: ['Variant Price', 'Price'],
  compareAt: ['Variant Compare At Price', 'Compare-at price', 'Compare At Price'],
  cost: ['Cost per item'],
  requiresShipping: ['Variant Requires Shipping', 'Requires shipping'],
  taxable: ['Variant Taxable', 'Charge tax'],
  taxCode: ['Variant Tax Code', 'Tax code'],
  unitTotal: ['Unit price total measure', 'Unit Price Total Measure'],
  unitTotalUnit: ['Unit price total measure unit'],
  unitBase: ['Unit price base measure'],
  unitBaseUnit: ['Unit price base measure unit'],
  image: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position'],
  imageAlt: ['Image Alt Text'],
  variantImage: ['Variant Image', 'Variant image URL'],
  giftCard: ['Gift Card'],
  seoTitle: ['SEO Title'],
  seoDescription: ['SEO Description'],
  gender: ['Google Shopping / Gender'],
  ageGroup: ['Google Shopping / Age Group'],
  mpn: ['Google Shopping / MPN', 'Google Shopping / Manufacturer part number (MPN)'],
  condition: ['Google Shopping / Condition'],
} as const satisfies Columns<string>;

export type ShopifyKey = keyof typeof SHOPIFY_COLUMNS;

/** `Color (product.metafields.shopify.color-pattern)`: label and key. */
export function metafieldOf(name: string): { label: string; key: string } | undefined {
  const match = /^(.*?)\s*\(product\.metafields\.[^.]+\.([^.)]+)\)$/i.exec(name.trim());
  return match ? { label: match[1] || (match[2] ?? ''), key: match[2] ?? '' } : undefined;
}

/** `Price / International` or `Compare At Price / Canada`: whose column it is. */
export function marketColumnOf(name: string): { market: string; kind: 'price' | 'compareAt' } | undefined {
  const match = /^(price|compare[- ]at[- ]price) \/ (.+)$/i.exec(name.trim());
  if (!match) return undefined;
  return { market: match[2] ?? '', kind: match[1]?.toLowerCase() === 'price' ? 'price' : 'compareAt' };
}
