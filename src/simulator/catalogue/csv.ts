import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type GeneratedProduct, generateProducts } from './generate.ts';

/** The columns of Shopify's older product export that the generated catalogue fills. */
export const CATALOGUE_COLUMNS = [
  ...['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published'],
  ...['Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value'],
  ...['Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty'],
  ...['Variant Inventory Policy', 'Variant Fulfillment Service', 'Variant Price', 'Variant Compare At Price'],
  ...['Variant Requires Shipping', 'Variant Taxable', 'Variant Barcode', 'Image Src', 'Image Position'],
  ...['Image Alt Text', 'Gift Card', 'SEO Title', 'SEO Description', 'Variant Weight Unit', 'Status'],
] as const;

/**
 * Writes generated products as a Shopify file (older dialect, RFC 4180) until it has at least `variants` of them. The
 * pictures are addresses of a pool of 200 at a host that answers nobody.
 */
export async function writeCatalogueCsv(
  path: string,
  asked: { readonly seed: number; readonly variants: number },
): Promise<{ readonly products: number; readonly variants: number; readonly bytes: number }> {
  const file = createWriteStream(path);
  const written = { products: 0, variants: 0, bytes: 0 };
  let pending = `${CATALOGUE_COLUMNS.join(',')}\n`;
  const flush = async () => {
    written.bytes += Buffer.byteLength(pending);
    if (!file.write(pending)) await once(file, 'drain');
    pending = '';
  };
  for (const product of generateProducts({ seed: asked.seed, count: asked.variants })) {
    if (written.variants >= asked.variants) break;
    pending += rowsOf(product);
    written.products += 1;
    written.variants += product.variants.length;
    if (pending.length > 262_144) await flush();
  }
  await flush();
  file.end();
  await finished(file);
  return written;
}

function rowsOf(product: GeneratedProduct): string {
  return product.variants
    .map((variant, index) => {
      const shared = index === 0 ? sharedFields(product) : ['', '', '', '', '', ''];
      const options = [0, 1, 2].flatMap((place) => [
        index === 0 ? (product.options[place]?.name ?? '') : '',
        variant.optionValues[place] ?? '',
      ]);
      const image = index === 0 ? imageFields(product) : ['', '', ''];
      return [
        product.handle,
        ...shared,
        ...options,
        ...[variant.sku, String(variant.weightGrams), 'shopify', String(variant.onHand), 'deny', 'manual'],
        ...[decimal(variant.amountMinor), decimal(variant.compareAtMinor), 'true', 'true', variant.barcode],
        ...image,
        ...[index === 0 ? 'false' : '', '', '', 'g', index === 0 ? 'active' : ''],
      ];
    })
    .map((fields) => `${fields.map(quoted).join(',')}\n`)
    .join('');
}

function sharedFields(product: GeneratedProduct): string[] {
  const { title, descriptionHtml, brand, productType, tags } = product;
  return [title, descriptionHtml, brand, productType, tags.join(', '), 'true'];
}

function imageFields(product: GeneratedProduct): string[] {
  const number = String(product.pictures[0] ?? 0).padStart(3, '0');
  return [`https://pictures.larchandlantern.example/pool/${number}.jpg`, '1', product.title];
}

function decimal(minor: bigint | undefined): string {
  if (minor === undefined) return '';
  return `${minor / 100n}.${(minor % 100n).toString().padStart(2, '0')}`;
}

function quoted(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
