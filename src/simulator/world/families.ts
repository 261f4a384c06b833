import { both, type Text } from './text.ts';

/** A kind of product: what its members share in the shop's tree, at customs and in their pictures. */
export type Family = {
  readonly key: string;
  readonly type: Text;
  /** Names from the root; their German is in categories.ts. */
  readonly category: readonly string[];
  /** Harmonised System code, six digits. */
  readonly hsCode: string;
  readonly sizes: string;
  readonly use: Text;
};

type Row = readonly [key: string, type: string, category: string, hsCode: string, sizes: string, use: string];

const ROWS: readonly Row[] = [
  [
    'vase',
    'Vases | Vasen',
    'Living/Decoration/Vases',
    '691390',
    'one',
    `Watertight, with felt under the foot to spare the table. | Wasserdicht, mit Filz unter dem Fuß, der den
      Tisch schont.`,
  ],
  [
    'lamp',
    'Lamps | Leuchten',
    'Living/Lighting/Lamps',
    '940521',
    'one',
    `Comes with a warm 2700 K bulb (E27), a fabric cable and a plug for your country. | Mit warmem
      Leuchtmittel (E27, 2700 K), Textilkabel und passendem Stecker.`,
  ],
  [
    'candle',
    'Candles | Kerzen',
    'Living/Decoration/Candles',
    '340600',
    'one',
    `The glass or dish is made to be used again once the candle has burnt down. | Das Gefäß ist dafür
      gemacht, nach der Kerze weiter benutzt zu werden.`,
  ],
  [
    'planter',
    'Planters | Übertöpfe',
    'Living/Garden/Planters',
    '691390',
    'pots',
    'With a drainage hole and a saucer that catches the rest. | Mit Abzugsloch und Untersetzer.',
  ],
  [
    'mug',
    'Mugs & cups | Becher & Tassen',
    'Living/Kitchen/Mugs & Cups',
    '691200',
    'one',
    `The handle leaves room for four fingers, the foot is ground smooth. | Der Henkel hat Platz für vier
      Finger, der Fuß ist glatt geschliffen.`,
  ],
  [
    'bowl',
    'Bowls | Schalen',
    'Living/Kitchen/Bowls',
    '691200',
    'bowls',
    `They stack without sticking and go from oven to table. | Sie lassen sich stapeln, ohne zu klemmen, und
      gehen vom Ofen auf den Tisch.`,
  ],
  [
    'plate',
    'Plates | Teller',
    'Living/Kitchen/Plates',
    '691200',
    'plates',
    'The low edge keeps a sauce where it belongs. | Der flache Rand hält die Sauce, wo sie hingehört.',
  ],
  [
    'glass',
    'Glassware | Gläser',
    'Living/Kitchen/Glassware',
    '701337',
    'one',
    `Stands steadily, stacks or pours without dripping. | Steht sicher, lässt sich stapeln oder tropffrei
      ausgießen.`,
  ],
  [
    'board',
    'Boards | Bretter',
    'Living/Kitchen/Boards',
    '441911',
    'one',
    `One side for the knife, the better one for the table. | Eine Seite fürs Messer, die schönere für den
      Tisch.`,
  ],
  [
    'apron',
    'Aprons | Schürzen',
    'Living/Kitchen/Aprons',
    '621142',
    'one',
    `Long ties that reach around to the front, and a loop for the tea towel. | Lange Bänder zum Vornebinden
      und eine Schlaufe fürs Geschirrtuch.`,
  ],
  [
    'cushion',
    'Cushions | Kissen',
    'Living/Textiles/Cushions',
    '940490',
    'cushions',
    `With a feather-free filling of recycled fibre and a hidden zip. | Mit federfreier Füllung aus
      recycelter Faser und verdecktem Reißverschluss.`,
  ],
  [
    'throw',
    'Throws | Decken',
    'Living/Textiles/Throws',
    '630120',
    'one',
    'Large enough for two on a sofa. | Groß genug für zwei auf dem Sofa.',
  ],
  [
    'rug',
    'Rugs | Teppiche',
    'Living/Textiles/Rugs',
    '570242',
    'rugs',
    `Lies flat from the first day; we recommend an underlay on smooth floors. | Liegt vom ersten Tag an
      flach; auf glatten Böden empfehlen wir eine Unterlage.`,
  ],
  [
    'shirt',
    'Shirts | Hemden',
    'Clothing/Tops/Shirts',
    '620520',
    'clothing',
    `Mother-of-pearl buttons, a spare one inside, and seams felled so that nothing frays. | Perlmuttknöpfe,
      einer in Reserve, und Kappnähte, damit nichts ausfranst.`,
  ],
  [
    'tee',
    'T-shirts | T-Shirts',
    'Clothing/Tops/T-Shirts',
    '610910',
    'clothing',
    `Taped shoulder seams and a collar that stays flat after the fiftieth wash. | Verstärkte Schulternähte
      und ein Kragen, der auch nach fünfzig Wäschen flach liegt.`,
  ],
  [
    'knit',
    'Knitwear | Strick',
    'Clothing/Tops/Knitwear',
    '611011',
    'clothing',
    `Fully fashioned: knitted to shape, not cut, and linked by hand. | In Form gestrickt, nicht geschnitten,
      und von Hand gekettelt.`,
  ],
  [
    'trousers',
    'Trousers | Hosen',
    'Clothing/Trousers',
    '620342',
    'clothing',
    `Deep pockets that hold a phone, and a hem with three centimetres to let down. | Tiefe Taschen fürs
      Telefon und ein Saum, der drei Zentimeter hergibt.`,
  ],
  [
    'scarf',
    'Scarves | Schals',
    'Clothing/Accessories/Scarves',
    '611710',
    'one',
    'Long enough to wrap twice. | Lang genug, um ihn zweimal zu schlingen.',
  ],
  [
    'beanie',
    'Beanies | Mützen',
    'Clothing/Accessories/Beanies',
    '650500',
    'one',
    'One size that stretches from 54 to 61 cm. | Eine Größe, dehnbar von 54 bis 61 cm.',
  ],
  [
    'socks',
    'Socks | Socken',
    'Clothing/Accessories/Socks',
    '611596',
    'socks',
    `Flat toe seam, reinforced heel, no elastic marks. | Flache Zehennaht, verstärkte Ferse, keine
      Druckstellen.`,
  ],
  [
    'tote',
    'Bags | Taschen',
    'Clothing/Accessories/Bags',
    '420222',
    'one',
    'Carries twelve kilos, fits over a winter coat. | Trägt zwölf Kilo und passt über den Wintermantel.',
  ],
  [
    'notebook',
    'Notebooks | Notizbücher',
    'Paper/Notebooks',
    '482010',
    'one',
    `Opens flat on any page and takes a fountain pen without bleeding. | Liegt auf jeder Seite flach und
      verträgt den Füller, ohne durchzuschlagen.`,
  ],
  [
    'pattern',
    'Sewing patterns | Schnittmuster',
    'Paper/Patterns',
    '490600',
    'one',
    `Sizes XS to XXL in layers, with photographs of every step. | Größen XS bis XXL in Ebenen, mit Fotos zu
      jedem Schritt.`,
  ],
  [
    'set',
    'Gift sets | Geschenksets',
    'Gifts/Sets',
    '691200',
    'one',
    `It comes in our grey box, with a card that you write online. | Kommt in unserer grauen Schachtel, mit
      einer Karte, die Sie online schreiben.`,
  ],
];

const FAMILIES: ReadonlyMap<string, Family> = new Map(
  ROWS.map(([key, type, category, hsCode, sizes, use]) => [
    key,
    { key, type: both(type), category: category.split('/'), hsCode, sizes, use: both(use) },
  ]),
);

export function familyOf(key: string): Family {
  const family = FAMILIES.get(key);
  if (family === undefined) throw new RangeError(`there is no family "${key}"`);
  return family;
}

export function allFamilies(): readonly Family[] {
  return [...FAMILIES.values()];
}
