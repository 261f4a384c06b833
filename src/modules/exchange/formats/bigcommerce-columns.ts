import type { Columns } from './cells.ts';

// The older bulk file first (formats.md 4.6), the newer one second. The newer names are those of
// BigCommerce's help page "Supported Product Fields"; no store's own export of it was at hand, so that half
// is unverified.
export const BIG_COLUMNS = {
  item: ['Item Type', 'Item'],
  name: ['Product Name', 'Name'],
  kind: ['Product Type', 'Type'],
  sku: ['Product Code/SKU', 'SKU'],
  options: ['Options'],
  brand: ['Brand Name', 'Brand'],
  description: ['Product Description', 'Description'],
  price: ['Price'],
  cost: ['Cost Price'],
  retail: ['Retail Price'],
  sale: ['Sale Price'],
  weight: ['Product Weight', 'Weight'],
  width: ['Product Width', 'Width'],
  height: ['Product Height', 'Height'],
  depth: ['Product Depth', 'Depth'],
  isVisible: ['Product Visible?', 'Is Visible'],
  tracking: ['Track Inventory', 'Inventory Tracking'],
  stock: ['Current Stock Level', 'Current Stock'],
  lowStock: ['Low Stock Level', 'Low Stock'],
  categories: ['Category', 'Categories'],
  pageTitle: ['Page Title'],
  metaDescription: ['Meta Description'],
  taxClass: ['Product Tax Class', 'Tax Class'],
  upc: ['Product UPC/EAN', 'UPC/EAN'],
  gtin: ['Global Trade Item Number', 'Global Trade Number'],
  mpn: ['Manufacturer Part Number'],
  condition: ['Product Condition'],
  url: ['Product URL'],
  variantImage: ['Variant Image URL'],
  imageUrl: ['Image URL (Import)', 'Internal Image URL (Export)'],
  imageAlt: ['Image Description'],
} as const satisfies Columns<string>;

export type BigKey = keyof typeof BIG_COLUMNS;

/** `Product Image File - 1`, `Product Image URL - 2`, `Product Image Description - 1` of the older file. */
export const BIG_IMAGE = /^product image (file|url|description|id|is thumbnail|sort) - (\d+)$/i;

/**
 * A variant's option values: `[S]Size=M,[RB]Color=Red` in the older file,
 * `Type=Rectangle|Name=Size|Value=M` one after another in the newer.
 */
export function readBigOptions(text: string): [string, string][] {
  const newer = [...text.matchAll(/Name=([^|]*)\|Value=(.*?)(?=[;,\s]*Type=|$)/gs)];
  if (newer.length > 0) {
    return newer.map(([, name = '', value = '']) => [
      name.trim(),
      value.replace(/\[[^\]]*\]\s*$/, '').replace(/[;,\s]+$/, ''),
    ]);
  }
  return text.split(/,(?=\s*\[[A-Z]+\])/).flatMap((part): [string, string][] => {
    const match = /^\s*\[[A-Z]+\]([^=]+)=(.*)$/s.exec(part);
    return match ? [[(match[1] ?? '').trim(), (match[2] ?? '').replace(/:#?[0-9a-f]{6}$/i, '').trim()]] : [];
  });
}
