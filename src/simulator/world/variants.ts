import { currencyOf, slug } from '../../kernel/index.ts';
import { gtinCheckDigit } from '../../modules/catalog/index.ts';
import { hash, randomFor } from '../random.ts';
import { type Color, colorOf } from './colors.ts';
import type { Design } from './design.ts';
import { familyOf } from './families.ts';
import { makerOf } from './makers.ts';
import { costFrom, pricesFrom } from './prices.ts';
import { type Size, sizesOf } from './sizes.ts';
import type { WorldVariant } from './world.ts';

const EUR = currencyOf('EUR');

/** The sizes that a design comes in; none when there is only one. */
export function sizesOfDesign(design: Design): readonly Size[] {
  return sizesOf(design.sizes ?? familyOf(design.family).sizes);
}

/** Every colour in every size, colours outermost, as they stand on the shelf. */
export function variantsOf(design: Design, handle: string, seed: number): WorldVariant[] {
  const costShare = randomFor(seed, `cost:${handle}`).next();
  const sizes = sizesOfDesign(design);
  const colors = design.colors.map(colorOf);
  return colors.flatMap((color) =>
    (sizes.length === 0 ? [undefined] : sizes).map((size) => {
      const sku = skuOf(design, color, size);
      return {
        sku,
        optionValues: optionValues(colors, color, size),
        barcode: inStoreGtin(sku),
        ...measures(design, size),
        cost: { minor: costFrom(design.price * (size?.priceFactor ?? 1), costShare), currency: EUR },
        hsCode: familyOf(design.family).hsCode,
        originCountry: makerOf(design.maker).country,
        requiresShipping: design.material !== 'file',
        isTaxable: true,
        attributes: { swatch: color.hex },
        picture: pictureKey(handle, color),
        prices: pricesFrom(design.price * (size?.priceFactor ?? 1), design.discountPercent ?? 0),
        // What lies on the shelves goes by how popular all of it is.
        onHand: 0,
        lowStockAt: 0,
      };
    }),
  );
}

/** Where a colour's own picture is kept. */
export function pictureKey(handle: string, color: Color): string {
  return `${handle}-${color.key}`;
}

function skuOf(design: Design, color: Color, size: Size | undefined): string {
  const name = slug(design.name).replaceAll('-', '').slice(0, 8);
  return [design.family.slice(0, 3), name, color.key.slice(0, 5), size?.code]
    .filter((part) => part !== undefined)
    .join('-')
    .toUpperCase();
}

/**
 * A GTIN-13 of the range 200–299, which GS1 leaves to shops for their own articles (General Specifications,
 * section 1.4), so that no real article's code is borrowed. Its nine middle digits are a hash of the SKU.
 */
export function inStoreGtin(sku: string): string {
  const body = `2${(hash(sku) % 100).toString().padStart(2, '0')}${(hash(`${sku}#`) % 1e9).toString().padStart(9, '0')}`;
  return `${body}${gtinCheckDigit(body)}`;
}

function optionValues(colors: readonly Color[], color: Color, size: Size | undefined): string[] {
  const values = colors.length > 1 ? [color.name.en] : [];
  return size === undefined ? values : [...values, size.name.en];
}

function measures(design: Design, size: Size | undefined) {
  const scale = size?.scale ?? 1;
  const [height, width, depth] = design.cm;
  return {
    weightGrams: Math.round(design.grams * scale ** 2),
    heightMm: Math.round(height * 10 * scale),
    widthMm: Math.round(width * 10 * scale),
    lengthMm: Math.round(depth * 10 * scale),
  };
}
