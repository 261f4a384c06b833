import type { Header } from '../header.ts';
import type { Columns } from './cells.ts';

// WooCommerce's product export (core sample file; `GTIN…`, `Brands` and `Low stock amount` since 2024).
export const WOO_COLUMNS = {
  id: ['ID'],
  type: ['Type'],
  sku: ['SKU'],
  gtin: ['GTIN, UPC, EAN, or ISBN'],
  name: ['Name'],
  published: ['Published'],
  shortDescription: ['Short description'],
  description: ['Description'],
  saleStarts: ['Date sale price starts'],
  saleEnds: ['Date sale price ends'],
  taxStatus: ['Tax status'],
  taxClass: ['Tax class'],
  inStock: ['In stock?'],
  stock: ['Stock'],
  lowStock: ['Low stock amount'],
  backorders: ['Backorders allowed?'],
  salePrice: ['Sale price'],
  regularPrice: ['Regular price'],
  cost: ['Cost of goods', 'Cost price'],
  categories: ['Categories'],
  tags: ['Tags'],
  images: ['Images'],
  downloadLimit: ['Download limit'],
  downloadExpiry: ['Download expiry days'],
  parent: ['Parent'],
  grouped: ['Grouped products'],
  upsells: ['Upsells'],
  crossSells: ['Cross-sells'],
  position: ['Position'],
  brands: ['Brands'],
} as const satisfies Columns<string>;

export type WooKey = keyof typeof WOO_COLUMNS;

/** `Weight (lbs)`, `Length (in)`: the unit is part of the column's name and is the shop's choice. */
export const WOO_MEASURE = /^(weight|length|width|height) \(([a-z]+)\)$/i;
export const WOO_ATTRIBUTE = /^attribute (\d+) (name|value\(s\)|visible|global|default)$/i;
export const WOO_DOWNLOAD = /^download (\d+) (id|name|url)$/i;

export type NumberedColumns = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** The places of columns with a number in their names: number → part → place. */
export function numbered(header: Header, pattern: RegExp): NumberedColumns {
  const found = new Map<number, Map<string, number>>();
  for (const [place, name] of header.names.entries()) {
    const match = pattern.exec(name.trim());
    if (!match) continue;
    const number = Number(match[1]);
    const parts = found.get(number) ?? new Map<string, number>();
    parts.set((match[2] ?? '').toLowerCase(), place);
    found.set(number, parts);
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}
