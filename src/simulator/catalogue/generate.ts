import { gtinCheckDigit } from '../../modules/catalog/index.ts';
import { type Random, randomFor } from '../random.ts';
import { COLORS, type Color } from '../world/colors.ts';
import { allFamilies, type Family } from '../world/families.ts';
import { allMaterials, type Material } from '../world/materials.ts';
import { vocabularySize, word, zipf } from './vocabulary.ts';

/** A product for benchmarks: what a merchant's file says of one, in one language and one currency (EUR). */
export type GeneratedProduct = {
  readonly handle: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly brand: string;
  readonly productType: string;
  /** Names from the root; three levels. */
  readonly category: readonly string[];
  readonly tags: readonly string[];
  readonly attributes: { readonly color: readonly string[]; readonly material: string };
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly GeneratedVariant[];
  /** Numbers from 0 to 199: a pool of pictures that all products share. */
  readonly pictures: readonly number[];
  readonly ageDays: number;
};

export type GeneratedVariant = {
  readonly sku: string;
  readonly barcode: string;
  readonly optionValues: readonly string[];
  readonly amountMinor: bigint;
  readonly compareAtMinor: bigint | undefined;
  readonly onHand: number;
  readonly weightGrams: number;
  /** `#rrggbb` of the variant's colour. */
  readonly swatch: string;
};

export const PICTURE_POOL = 200;

/**
 * As many products as asked for, one at a time: 1 to 12 variants each, brands and categories of Zipf sizes, a
 * vocabulary that grows. The first thousand are the same whether a thousand or a million are asked for, but for
 * the choice of brand. More than 50,000 a second.
 */
export function* generateProducts(asked: {
  readonly seed: number;
  readonly count: number;
}): Iterable<GeneratedProduct> {
  const brandCount = Math.round(20 + 1.5 * Math.sqrt(asked.count));
  for (let number = 0; number < asked.count; number += 1) {
    yield generateProduct(asked.seed, number, brandCount);
  }
}

const FAMILIES = allFamilies().filter(({ key }) => key !== 'set' && key !== 'pattern');
const MATERIALS = allMaterials().filter(({ key }) => key !== 'file');
const PALETTE = [...COLORS.values()];
const STYLES = ['Classic', 'Country', 'Coastal', 'Studio', 'Heritage', 'Minimal', 'Nordic', 'Everyday'];
const TAGS = 'new gift handmade organic recycled outdoor winter summer limited bestseller sale vegan'.split(
  ' ',
);
const SIZES = ['Small', 'Medium', 'Large', 'Extra Large'];

function generateProduct(seed: number, number: number, brandCount: number): GeneratedProduct {
  const random = randomFor(seed, `product:${number}`);
  const family = FAMILIES[zipf(random, FAMILIES.length)] ?? random.pick(FAMILIES);
  const style = STYLES[zipf(random, STYLES.length)] ?? 'Classic';
  const material = random.pick(MATERIALS);
  const words = vocabularySize(number + 1);
  const name = `${word(zipf(random, words))} ${word(random.integer(0, words - 1))}`;
  const noun = family.key.charAt(0).toUpperCase() + family.key.slice(1);
  const title = `${name} ${noun}`;
  const colors = distinctColors(random);
  const brand = `${word(zipf(random, brandCount) * 7 + 3)} & Co`;
  const sizes = SIZES.slice(0, random.chance(0.45) ? 1 : random.integer(2, colors.length > 3 ? 3 : 4));
  return {
    handle: `${title.toLowerCase().replaceAll(' ', '-')}-${number}`,
    title,
    descriptionHtml: describe(title, style, family, material, words, random),
    brand,
    productType: family.type.en,
    category: [family.category[0] ?? '', family.type.en, `${style} ${family.type.en}`],
    tags: [...new Set([style.toLowerCase(), TAGS[zipf(random, TAGS.length)] ?? 'new'])],
    attributes: { color: [...new Set(colors.map((color) => color.family))], material: material.name.en },
    options: [
      { name: 'Colour', values: colors.map((color) => color.name.en) },
      ...(sizes.length > 1 ? [{ name: 'Size', values: sizes }] : []),
    ],
    variants: variants(random, number, colors, sizes),
    pictures: [random.integer(0, PICTURE_POOL - 1)],
    ageDays: random.integer(0, 900),
  };
}

function distinctColors(random: Random): Color[] {
  const first = random.integer(0, PALETTE.length - 1);
  const count = random.chance(0.4) ? 1 : random.integer(2, 4);
  const colors: Color[] = [];
  for (let index = 0; index < count; index += 1) {
    const color = PALETTE[(first + index * 11) % PALETTE.length];
    if (color !== undefined) colors.push(color);
  }
  return colors;
}

function describe(
  title: string,
  style: string,
  family: Family,
  material: Material,
  words: number,
  random: Random,
): string {
  const rare = `${word(zipf(random, words))}, ${word(zipf(random, words))} and ${word(zipf(random, words))}`;
  return (
    `<p>${title}: a ${style.toLowerCase()} piece with a touch of ` +
    `${rare}.</p><p>${material.about.en}</p><p>${family.use.en}</p>`
  );
}

function variants(
  random: Random,
  number: number,
  colors: readonly Color[],
  sizes: readonly string[],
): GeneratedVariant[] {
  // Log-normal-like: most between 10 and 80 euros, some at several hundred.
  const base = Math.round(8 * Math.exp(random.next() * 2.2 + random.next() * 1.4));
  const isReduced = random.chance(0.12);
  const made: GeneratedVariant[] = [];
  for (const color of colors) {
    for (const [index, size] of sizes.entries()) {
      const euros = Math.round(base * (1 + index * 0.35));
      const place = made.length;
      made.push({
        sku: `G${number.toString(36).toUpperCase()}-${place}`,
        barcode: generatedGtin(number * 12 + place),
        optionValues: sizes.length > 1 ? [color.name.en, size] : [color.name.en],
        amountMinor: BigInt(euros * 100 - 10),
        compareAtMinor: isReduced ? BigInt(Math.round(euros * 1.25) * 100 - 10) : undefined,
        onHand: random.chance(0.07) ? 0 : random.integer(1, 120),
        weightGrams: 100 + index * 150,
        swatch: color.hex,
      });
    }
  }
  return made;
}

// Counts up in GS1's in-store range 20–29; unique for the first 8 billion variants.
function generatedGtin(serial: number): string {
  const body = `21${serial.toString().padStart(10, '0')}`;
  return `${body}${gtinCheckDigit(body)}`;
}
