import type { Text } from './text.ts';

/** A colour of the shop's own palette. `family` is the word that a shopper filters by. */
export type Color = {
  readonly key: string;
  readonly name: Text;
  readonly hex: string;
  readonly family: string;
};

const ROWS: readonly (readonly [key: string, en: string, de: string, hex: string, family: string])[] = [
  ['white', 'White', 'Weiß', '#f2efe8', 'White'],
  ['chalk', 'Chalk', 'Kreide', '#e6dfd0', 'White'],
  ['natural', 'Natural', 'Natur', '#d9c8a8', 'Beige'],
  ['sand', 'Sand', 'Sand', '#d3bb92', 'Beige'],
  ['oat', 'Oat', 'Hafer', '#c4ad8b', 'Beige'],
  ['ochre', 'Ochre', 'Ocker', '#c58f35', 'Yellow'],
  ['honey', 'Honey', 'Honig', '#dba94c', 'Yellow'],
  ['clay', 'Clay', 'Ton', '#b5714e', 'Orange'],
  ['terracotta', 'Terracotta', 'Terrakotta', '#bd6440', 'Orange'],
  ['rust', 'Rust', 'Rost', '#97482b', 'Red'],
  ['madder', 'Madder', 'Krapprot', '#8e3434', 'Red'],
  ['blush', 'Blush', 'Puder', '#dcb1a0', 'Pink'],
  ['plum', 'Plum', 'Pflaume', '#6a3b4d', 'Purple'],
  ['heather', 'Heather', 'Heide', '#998aa3', 'Purple'],
  ['sage', 'Sage', 'Salbei', '#9aa88a', 'Green'],
  ['moss', 'Moss', 'Moos', '#6a7349', 'Green'],
  ['fir', 'Fir', 'Tanne', '#2f4b3e', 'Green'],
  ['seaglass', 'Sea Glass', 'Meerglas', '#8db9aa', 'Green'],
  ['mist', 'Mist', 'Nebel', '#b5c2c7', 'Blue'],
  ['harbour', 'Harbour Blue', 'Hafenblau', '#426a8a', 'Blue'],
  ['ink', 'Ink', 'Tinte', '#27344e', 'Blue'],
  ['fog', 'Fog', 'Dunst', '#b9b6ae', 'Grey'],
  ['slate', 'Slate', 'Schiefer', '#626b72', 'Grey'],
  ['smoke', 'Smoke', 'Rauch', '#817c75', 'Grey'],
  ['charcoal', 'Charcoal', 'Anthrazit', '#3a3b3d', 'Black'],
  ['black', 'Black', 'Schwarz', '#26251f', 'Black'],
  ['clear', 'Clear', 'Klar', '#dbe7e3', 'Clear'],
  ['amber', 'Amber', 'Bernstein', '#bf7a2b', 'Orange'],
  ['oak', 'Oak', 'Eiche', '#c79c68', 'Brown'],
  ['walnut', 'Walnut', 'Walnuss', '#6f4a31', 'Brown'],
  ['ash', 'Ash', 'Esche', '#dcc39b', 'Brown'],
  ['olive', 'Olive Wood', 'Olivenholz', '#a97c46', 'Brown'],
  ['tan', 'Tan', 'Cognac', '#a86f3f', 'Brown'],
  ['brass', 'Brass', 'Messing', '#c29b54', 'Gold'],
  ['steel', 'Steel', 'Edelstahl', '#a9adae', 'Grey'],
];

export const COLORS: ReadonlyMap<string, Color> = new Map(
  ROWS.map(([key, en, de, hex, family]) => [key, { key, name: { en, de }, hex, family }]),
);

export const COLOR_FAMILIES: readonly Text[] = [
  { en: 'White', de: 'Weiß' },
  { en: 'Beige', de: 'Beige' },
  { en: 'Yellow', de: 'Gelb' },
  { en: 'Orange', de: 'Orange' },
  { en: 'Red', de: 'Rot' },
  { en: 'Pink', de: 'Rosa' },
  { en: 'Purple', de: 'Violett' },
  { en: 'Green', de: 'Grün' },
  { en: 'Blue', de: 'Blau' },
  { en: 'Grey', de: 'Grau' },
  { en: 'Black', de: 'Schwarz' },
  { en: 'Brown', de: 'Braun' },
  { en: 'Gold', de: 'Gold' },
  { en: 'Clear', de: 'Transparent' },
];

export function colorOf(key: string): Color {
  const color = COLORS.get(key);
  if (color === undefined) throw new RangeError(`the palette has no colour "${key}"`);
  return color;
}
