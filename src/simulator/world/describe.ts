import type { Design } from './design.ts';
import { familyOf } from './families.ts';
import { makerOf } from './makers.ts';
import { materialOf } from './materials.ts';
import type { Text } from './text.ts';
import { sizesOfDesign } from './variants.ts';

type Language = keyof Text;

const WORDS = {
  material: { en: 'Material', de: 'Material' },
  size: { en: 'Size', de: 'Maße' },
  capacity: { en: 'Capacity', de: 'Inhalt' },
  weight: { en: 'Weight', de: 'Gewicht' },
  fit: { en: 'Fit', de: 'Passform' },
  care: { en: 'Care', de: 'Pflege' },
} as const satisfies Record<string, Text>;

export const FITS: Readonly<Record<NonNullable<Design['fit']>, string>> = {
  Regular: 'Normal',
  Relaxed: 'Weit',
  Slim: 'Schmal',
};

/** What it is, what it is made of, how it is used and who makes it; then the facts as a list. */
export function descriptionOf(design: Design, language: Language): string {
  const material = materialOf(design.material);
  const family = familyOf(design.family);
  const maker = makerOf(design.maker);
  const paragraphs = [
    design.text[language],
    material.about[language],
    `${family.use[language]} ${maker.line[language]}`,
  ];
  const facts = factsOf(design, language).map(
    ([name, value]) => `<li><strong>${name}:</strong> ${value}</li>`,
  );
  return `${paragraphs.map((text) => `<p>${text}</p>`).join('')}<ul>${facts.join('')}</ul>`;
}

/** Title of a product: the name leads in English, the noun in German. */
export function titleOf(design: Design, language: Language): string {
  if (design.family === 'set')
    return language === 'en' ? `${design.name} Gift Set` : `Geschenkset ${design.name}`;
  return language === 'en' ? `${design.name} ${design.noun.en}` : `${design.noun.de} ${design.name}`;
}

/** At most 155 characters, whole words: what a result page shows. */
export function searchSnippet(design: Design, language: Language): string {
  const text = `${design.text[language]} ${makerOf(design.maker).line[language]}`;
  if (text.length <= 155) return text;
  return `${text
    .slice(0, 154)
    .replace(/\s+\S*$/, '')
    .replace(/[,;:.]$/, '')}…`;
}

function factsOf(design: Design, language: Language): readonly (readonly [string, string])[] {
  const material = materialOf(design.material);
  const facts: [string, string][] = [[WORDS.material[language], material.name[language]]];
  if (design.material !== 'file') facts.push([WORDS.size[language], sizeText(design, language)]);
  if (design.capacityLitres !== undefined) {
    facts.push([WORDS.capacity[language], `${decimal(design.capacityLitres, language)} l`]);
  }
  if (design.grams > 0) facts.push([WORDS.weight[language], weightText(design.grams, language)]);
  if (design.fit !== undefined) {
    facts.push([WORDS.fit[language], language === 'en' ? design.fit : FITS[design.fit]]);
  }
  facts.push([WORDS.care[language], material.care[language]]);
  return facts;
}

function sizeText(design: Design, language: Language): string {
  const [height, width, depth] = design.cm;
  const isFlat = depth <= 2;
  const measures = (isFlat ? [height, width] : [height, width, depth]).map((cm) => decimal(cm, language));
  const smallest = { en: ' (smallest size)', de: ' (kleinste Größe)' }[language];
  const order = isFlat ? { en: 'L × W', de: 'L × B' } : { en: 'H × W × D', de: 'H × B × T' };
  return `${measures.join(' × ')} cm, ${order[language]}${sizesOfDesign(design).length > 0 ? smallest : ''}`;
}

function weightText(grams: number, language: Language): string {
  return grams < 1000 ? `${grams} g` : `${decimal(Math.round(grams / 100) / 10, language)} kg`;
}

function decimal(value: number, language: Language): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}
