import { COLOR_FAMILIES } from './colors.ts';
import { FITS } from './describe.ts';
import { allMaterials } from './materials.ts';
import { both, type Text } from './text.ts';
import type { WorldAttribute } from './world.ts';

const SEASONS: readonly Text[] = [
  both('Spring | Frühling'),
  both('Summer | Sommer'),
  both('Autumn | Herbst'),
  both('Winter | Winter'),
];

/** The attributes that the demo shop's products have; `swatch` is a variant's own colour, for its button. */
export const ATTRIBUTES: readonly WorldAttribute[] = [
  facet('color', both('Colour | Farbe'), 'choices', COLOR_FAMILIES),
  facet(
    'material',
    both('Material | Material'),
    'choice',
    allMaterials().map((material) => material.name),
  ),
  facet('season', both('Season | Jahreszeit'), 'choice', SEASONS),
  facet(
    'fit',
    both('Fit | Passform'),
    'choice',
    Object.entries(FITS).map(([en, de]) => ({ en, de })),
  ),
  facet('dishwasher_safe', both('Dishwasher safe | Spülmaschinenfest'), 'boolean', []),
  { ...facet('capacity_l', both('Capacity | Inhalt'), 'measure', []), unit: 'l', isFacet: false },
  { ...facet('care', both('Care | Pflege'), 'text', []), isFacet: false },
  { ...facet('swatch', both('Swatch | Farbmuster'), 'color', []), isFacet: false },
];

function facet(
  key: string,
  name: Text,
  type: WorldAttribute['type'],
  choices: readonly Text[],
): WorldAttribute {
  return { key, name, type, unit: undefined, choices, isFacet: true };
}
