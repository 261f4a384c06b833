import { slug } from '../../kernel/index.ts';
import { randomFor } from '../random.ts';
import { colorOf } from './colors.ts';
import { descriptionOf, FITS, searchSnippet, titleOf } from './describe.ts';
import type { Design } from './design.ts';
import { familyOf } from './families.ts';
import { makerOf } from './makers.ts';
import { materialOf } from './materials.ts';
import { picturesOf } from './product-pictures.ts';
import { sizesOfDesign, variantsOf } from './variants.ts';
import type { WorldProduct } from './world.ts';

export function handleOf(design: Design): string {
  return slug(design.family === 'set' ? `${design.name} gift set` : `${design.name} ${design.noun.en}`);
}

/** The whole product that a design stands for, without what relates it to others. */
export function productOf(design: Design, seed: number): WorldProduct {
  const handle = handleOf(design);
  const family = familyOf(design.family);
  const maker = makerOf(design.maker);
  const contact = {
    name: maker.name,
    postalAddress: maker.postalAddress,
    electronicAddress: maker.electronicAddress,
  };
  return {
    handle,
    family: design.family,
    draft: {
      handle,
      title: titleOf(design, 'en'),
      descriptionHtml: descriptionOf(design, 'en'),
      kind: design.family === 'set' ? 'bundle' : design.material === 'file' ? 'digital' : 'physical',
      brand: maker.name,
      productType: family.type.en,
      categories: [family.category],
      tags: tagsOf(design),
      status: 'active',
      seoTitle: `${titleOf(design, 'en')} | Larch & Lantern`,
      seoDescription: searchSnippet(design, 'en'),
      attributes: attributesOf(design),
      manufacturer: contact,
      safetyWarnings: design.family === 'candle' ? CANDLE_WARNING : '',
      options: optionsOf(design),
    },
    variants: variantsOf(design, handle, seed),
    pictures: picturesOf(design, handle),
    german: germanOf(design),
    ageDays: ageOf(handle, seed),
    related: [],
    crossSold: [],
    components: [],
  };
}

const CANDLE_WARNING =
  'Never leave a burning candle unattended. Keep away from children, animals and draughts. Leave 10 cm ' +
  'between candles.';

function tagsOf(design: Design): string[] {
  const tags = [...(design.tags ?? [])];
  if (design.season !== undefined) tags.push(design.season.toLowerCase());
  if (design.price < 50) tags.push('gift');
  if (design.discountPercent !== undefined) tags.push('sale');
  if (['glass', 'cotton', 'paper'].includes(design.material)) tags.push('recycled or organic');
  return tags;
}

function attributesOf(design: Design): Record<string, string | number | boolean | string[]> {
  const material = materialOf(design.material);
  const colors = [...new Set(design.colors.map((key) => colorOf(key).family))];
  return {
    color: colors,
    material: material.name.en,
    care: material.care.en,
    ...(design.capacityLitres === undefined ? {} : { capacity_l: design.capacityLitres }),
    ...(material.isDishwasherSafe === undefined ? {} : { dishwasher_safe: material.isDishwasherSafe }),
    ...(design.season === undefined ? {} : { season: design.season }),
    ...(design.fit === undefined ? {} : { fit: design.fit }),
  };
}

function optionsOf(design: Design): { name: string; values: string[] }[] {
  const sizes = sizesOfDesign(design);
  const options = [];
  if (design.colors.length > 1) {
    options.push({ name: 'Colour', values: design.colors.map((key) => colorOf(key).name.en) });
  }
  if (sizes.length > 0) options.push({ name: 'Size', values: sizes.map((size) => size.name.en) });
  return options;
}

function germanOf(design: Design): Record<string, string> {
  const fields: Record<string, string> = {
    title: titleOf(design, 'de'),
    description_html: descriptionOf(design, 'de'),
    seo_title: `${titleOf(design, 'de')} | Larch & Lantern`,
    seo_description: searchSnippet(design, 'de'),
    'attribute:care': materialOf(design.material).care.de,
    'attribute:material': materialOf(design.material).name.de,
  };
  if (design.fit !== undefined) fields['attribute:fit'] = FITS[design.fit];
  for (const [index, option] of optionsOf(design).entries()) {
    fields[`option:${index}:name`] = option.name === 'Colour' ? 'Farbe' : 'Größe';
    const names =
      option.name === 'Colour' ? design.colors.map((key) => colorOf(key).name) : sizeNames(design);
    for (const name of names) fields[`option:${index}:value:${name.en}`] = name.de;
  }
  return fields;
}

function sizeNames(design: Design) {
  return sizesOfDesign(design).map((size) => size.name);
}

// A tenth of the range came in the last month, the rest over the year and a half before.
function ageOf(handle: string, seed: number): number {
  const random = randomFor(seed, `age:${handle}`);
  return random.chance(0.1) ? random.integer(2, 28) : random.integer(29, 545);
}
