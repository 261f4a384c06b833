import { both, type Text } from './text.ts';

export type WorldSizeTable = {
  readonly name: Text;
  /** Products below this category show the table. */
  readonly categoryPath: string;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly string[])[];
};

export const SIZE_TABLES: readonly WorldSizeTable[] = [
  {
    name: both('Tops, in centimetres | Oberteile, in Zentimetern'),
    categoryPath: 'clothing/tops',
    columns: [both('Size | Größe'), both('Chest | Brust'), both('Length | Länge'), both('Sleeve | Ärmel')],
    rows: [
      ['XS', '88–92', '66', '60'],
      ['S', '92–97', '68', '61'],
      ['M', '97–102', '70', '63'],
      ['L', '102–108', '72', '64'],
      ['XL', '108–115', '74', '66'],
    ],
  },
  {
    name: both('Trousers, in centimetres | Hosen, in Zentimetern'),
    categoryPath: 'clothing/trousers',
    columns: [
      both('Size | Größe'),
      both('Waist | Bund'),
      both('Hips | Hüfte'),
      both('Inside leg | Innenbein'),
    ],
    rows: [
      ['XS', '70–75', '88–92', '78'],
      ['S', '75–80', '92–97', '79'],
      ['M', '80–86', '97–102', '80'],
      ['L', '86–93', '102–108', '81'],
      ['XL', '93–101', '108–115', '82'],
    ],
  },
  {
    name: both('Socks | Socken'),
    categoryPath: 'clothing/accessories/socks',
    columns: [both('Size | Größe'), both('EU | EU'), both('UK | UK'), both('US | US')],
    rows: [
      ['36–40', '36–40', '3–6½', '5–8½'],
      ['41–45', '41–45', '7–10½', '8–11½'],
    ],
  },
];
