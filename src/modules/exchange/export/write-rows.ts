import { csvCell as cell } from '../../../platform/csv/index.ts';
import type { ExportProduct, ExportVariant } from './gather.ts';

export type Column<Of> = {
  readonly name: string;
  readonly isNumber: boolean;
  readonly write: (of: Of) => string;
};

/**
 * The columns of an export in their order; the first is the handle. Product columns are filled on a product's
 * first row.
 */
export type Layout = {
  readonly product: readonly Column<ExportProduct>[];
  readonly variant: readonly Column<ExportVariant>[];
  readonly image: readonly Column<ExportProduct['images'][number]>[];
};

export function text<Of>(name: string, write: (of: Of) => string): Column<Of> {
  return { name, isNumber: false, write };
}

export function number<Of>(name: string, write: (of: Of) => string | number | undefined): Column<Of> {
  return { name, isNumber: true, write: (of) => String(write(of) ?? '') };
}

const LINE_END = '\r\n';

/** The first line, behind a byte order mark, by which spreadsheets know UTF-8. */
export function headerLine(layout: Layout): string {
  const names = [...layout.product, ...layout.variant, ...layout.image].map(({ name }) => cell(name));
  return `\ufeff${names.join(',')}${LINE_END}`;
}

/** One line a variant; a product with more pictures than variants has lines for the rest. */
export function productLines(layout: Layout, product: ExportProduct): string {
  const lines: string[] = [];
  const rows = Math.max(product.variants.length, product.images.length);
  for (let row = 0; row < rows; row += 1) {
    const variant = product.variants[row];
    const image = product.images[row];
    const cells = [
      // Every row carries the handle, so that rows stay together however the file is sorted.
      ...layout.product.map((column, place) =>
        row === 0 || place === 0 ? cell(column.write(product), column.isNumber) : '',
      ),
      ...layout.variant.map((column) => (variant ? cell(column.write(variant), column.isNumber) : '')),
      ...layout.image.map((column) => (image ? cell(column.write(image), column.isNumber) : '')),
    ];
    lines.push(cells.join(',') + LINE_END);
  }
  return lines.join('');
}
