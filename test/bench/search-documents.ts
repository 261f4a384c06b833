import { idFrom } from '../../src/kernel/index.ts';
import type { SearchDocument } from '../../src/modules/search/index.ts';
import { type Random, randomFor } from '../../src/simulator/index.ts';

const TYPES = (
  'lamp mug vase rug bowl plate cushion blanket candle shirt dress trousers jacket scarf shoe boot bag towel ' +
  'chair table shelf mirror clock basket planter jug glass tray curtain pillow'
).split(' ');
const MATERIALS =
  'linen cotton wool oak walnut steel brass ceramic stoneware glass leather jute silk cork marble'.split(' ');
const COLORS = 'black white grey blue navy green olive red rust yellow ochre pink sand brown natural'.split(
  ' ',
);
const ADJECTIVES = (
  'small large tall round soft heavy light woven hand-thrown recycled organic matt glossy ribbed striped plain ' +
  'classic modern nordic rustic washed quilted folding stackable outdoor'
).split(' ');
const ROOMS = 'kitchen bathroom bedroom living garden hallway office nursery'.split(' ');
const SIZES = ['XS', 'S', 'M', 'L', 'XL'];
const SYLLABLES =
  'al be cor da el fen gro hal in jor ka lum mo nor os pel qui ra sol tam ul ver wes yar zin'.split(' ');

/** Seeded documents for the search benchmark: a broad shop, with a long tail of names and words. */
export function* benchDocuments(count: number, seed = 1): Generator<SearchDocument> {
  for (let index = 0; index < count; index++) yield benchDocument(index, randomFor(seed, `search:${index}`));
}

export function benchDocument(index: number, random: Random): SearchDocument {
  const type = random.pick(TYPES);
  const material = random.pick(MATERIALS);
  const adjective = random.pick(ADJECTIVES);
  const name = madeUpName(random);
  const brandNumber = Math.floor(random.next() ** 2 * 800);
  const room = random.pick(ROOMS);
  const colors = random.shuffled(COLORS).slice(0, random.integer(1, 4));
  const priceMinor = random.integer(500, 40_000);
  const title = `${name} ${adjective} ${material} ${type}`;
  const createdAtMs = 1_700_000_000_000 + index * 1_000;
  const picture = {
    assetId: idFrom(createdAtMs, randomBytes(random)),
    width: 1600,
    height: 2000,
    placeholderColor: '#d8cfc0',
    alt: title,
  };
  return {
    productId: idFrom(createdAtMs, randomBytes(random)),
    handle: `${title.replaceAll(' ', '-')}-${index}`,
    window: { fromMs: null, untilMs: random.chance(0.01) ? createdAtMs : null },
    texts: {
      en: {
        title,
        brand: brandName(brandNumber),
        type,
        tags: `${room} ${adjective}`,
        categories: `Home ${room} ${type}`,
        options: `${colors.join(' ')} ${SIZES.join(' ')}`,
        attributes: `${material} ${random.pick(ADJECTIVES)}`,
        description: description(random, type, material),
      },
    },
    codes: Array.from({ length: 4 }, (_, variant) => `SKU-${index}-${variant}`),
    brand: { handle: `brand-${brandNumber}`, name: brandName(brandNumber) },
    categoryPaths: [`home/${room}/${room}-${type}`],
    productType: type,
    tags: [room, adjective],
    prices: {
      EUR: price(priceMinor, random.chance(0.3) ? 20 : 0, random.chance(0.2)),
      USD: price(Math.round(priceMinor * 1.1), 0, false),
    },
    available: random.integer(0, 50),
    isBuyable: random.chance(0.93),
    attributes: {
      material: [material],
      finish: [random.pick(ADJECTIVES)],
      weight_class: random.integer(1, 9),
    },
    options: { Color: colors, Size: SIZES.slice(0, random.integer(1, 5)) },
    collections: [
      { id: COLLECTIONS[index % COLLECTIONS.length] ?? '', position: index, kind: null, place: null },
    ],
    createdAtMs,
    publishedAtMs: createdAtMs,
    sales30d: Math.floor(random.next() ** 6 * 500),
    picture,
    secondPicture: picture,
    swatches: colors.map((label) => ({ label, color: '#888888' })),
    variantCount: 4,
  };
}

export const COLLECTIONS: readonly string[] = Array.from({ length: 40 }, (_, index) =>
  idFrom(1_600_000_000_000 + index, new Uint8Array(10).fill(index)),
);

function price(minMinor: number, spread: number, isReduced: boolean): SearchDocument['prices'][string] {
  return {
    minMinor: String(minMinor),
    maxMinor: String(minMinor + spread),
    compareAtMinor: isReduced ? String(minMinor + 500) : null,
  };
}

function randomBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: 10 }, () => random.integer(0, 255));
}

function madeUpName(random: Random): string {
  return Array.from({ length: random.integer(2, 3) }, () => random.pick(SYLLABLES)).join('');
}

function brandName(number: number): string {
  const [a, b] = [SYLLABLES[number % 25] ?? '', SYLLABLES[Math.floor(number / 25) % 25] ?? ''];
  return `${a}${b} & Co`;
}

/** About 45 words; one product in three says that it is a gift. */
function description(random: Random, type: string, material: string): string {
  const words = Array.from({ length: 30 }, () =>
    random.chance(0.3) ? random.pick(ADJECTIVES) : madeUpName(random),
  );
  const gift = random.chance(0.3) ? 'A fine gift for every occasion.' : 'Made to be used every day.';
  return `This ${type} is made of ${material} by people who care. ${gift} ${words.join(' ')}`;
}
