import { hash } from '../random.ts';
import { both } from './text.ts';
import type { WorldCollection, WorldPicture, WorldProduct } from './world.ts';

type Words = readonly [handle: string, title: string, text: string, scene: string];

/** The demo shop's collections: two by hand, the rest by rule. */
export function collectionsOf(products: readonly WorldProduct[]): WorldCollection[] {
  const newest = products.toSorted((a, b) => a.ageDays - b.ageDays || a.handle.localeCompare(b.handle, 'en'));
  const first = (family: string, count: number) =>
    products.filter((product) => product.family === family).slice(0, count);
  const gifts = ['candle', 'mug', 'socks', 'notebook', 'glass', 'beanie'].flatMap((family) =>
    first(family, 4),
  );
  const made = [
    byHand(NEW, newest.slice(0, 24)),
    byHand(GIFTS, [...first('set', 2), ...gifts].filter(costsUnder50)),
    ...RULES.map(([words, rule, sort]) => byRule(words, rule, sort)),
  ];
  return made.map((collection) => ({ ...collection, ...PLACEMENTS[collection.handle] }));
}

const NEW: Words = [
  'new-arrivals',
  'New arrivals | Neu eingetroffen',
  'Unpacked in the last few weeks. | In den letzten Wochen ausgepackt.',
  'morning',
];
const GIFTS: Words = [
  'gifts-under-50',
  'Gifts under 50 | Geschenke unter 50',
  `Small things that arrive with a card and look like more. | Kleine Dinge, die mit Karte kommen und nach
    mehr aussehen.`,
  'gifts',
];

const RULES: readonly (readonly [Words, unknown, WorldCollection['sort']])[] = [
  [
    [
      'stoneware',
      'Stoneware | Steinzeug',
      'Fired twice, used daily. | Zweimal gebrannt, täglich benutzt.',
      'shelf',
    ],
    is('attribute:material', 'Stoneware'),
    'best_selling',
  ],
  [
    [
      'wool-and-knits',
      'Wool & knits | Wolle & Strick',
      'From islands where it rains sideways. | Von Inseln, auf denen es waagrecht regnet.',
      'winter',
    ],
    any(
      is('attribute:material', 'Wool'),
      is('attribute:material', 'Merino wool'),
      is('attribute:material', 'Alpaca'),
    ),
    'newest',
  ],
  [
    [
      'linen',
      'Linen | Leinen',
      'Cool in summer, better unironed. | Kühl im Sommer, ungebügelt am schönsten.',
      'textiles',
    ],
    is('attribute:material', 'Linen'),
    'manual',
  ],
  [
    ['glass', 'Glass | Glas', 'Blown from old bottles. | Aus alten Flaschen geblasen.', 'glassware'],
    is('attribute:material', 'Recycled glass'),
    'price_ascending',
  ],
  [
    ['in-blue', 'In blue | In Blau', 'Harbour, ink and mist. | Hafen, Tinte und Nebel.', 'wardrobe'],
    is('attribute:color', 'Blue'),
    'newest',
  ],
  [
    [
      'the-green-room',
      'The green room | Das grüne Zimmer',
      'Sage, moss and fir, from mug to rug. | Salbei, Moos und Tanne, vom Becher bis zum Teppich.',
      'garden',
    ],
    is('attribute:color', 'Green'),
    'newest',
  ],
  [
    [
      'sale',
      'Sale | Sale',
      `Last pieces of a colour, and things that make room. | Letzte Stücke einer Farbe und Dinge, die Platz
        machen.`,
      'evening',
    ],
    { field: 'discount_percent', is: 'more_than', value: 0 },
    'newest',
  ],
  [
    [
      'under-30',
      'Under 30 | Unter 30',
      'The price of a dinner out, for longer. | So viel wie ein Abendessen, nur für länger.',
      'table',
    ],
    { field: 'price:EUR', is: 'less_than', value: '30.00' },
    'price_ascending',
  ],
  [
    [
      'this-season',
      'Fresh this season | Frisch in dieser Saison',
      'Nothing here is older than a season. | Nichts hier ist älter als eine Saison.',
      'morning',
    ],
    { field: 'age_days', is: 'less_than', value: 90 },
    'newest',
  ],
  [
    [
      'kitchen-and-table',
      'Kitchen & table | Küche & Tisch',
      'For cooking, setting and pouring. | Zum Kochen, Decken und Einschenken.',
      'table',
    ],
    is('category', 'living/kitchen'),
    'best_selling',
  ],
  [
    ['light', 'Light | Licht', 'Warm, dimmable, repairable. | Warm, dimmbar, reparierbar.', 'lamps'],
    is('category', 'living/lighting'),
    'manual',
  ],
  [
    [
      'living',
      'Living | Wohnen',
      'Rugs, throws, cushions and what stands beside them. | Teppiche, Decken, Kissen und was daneben steht.',
      'room',
    ],
    any(is('category', 'living/textiles'), is('category', 'living/decoration')),
    'newest',
  ],
  [
    [
      'garden',
      'Balcony & garden | Balkon & Garten',
      'Pots that suit the plant. | Töpfe, die zur Pflanze passen.',
      'garden',
    ],
    is('category', 'living/garden'),
    'newest',
  ],
  [
    ['clothing', 'Clothing | Kleidung', 'Plain things, well cut. | Schlichtes, gut geschnitten.', 'wardrobe'],
    is('category', 'clothing'),
    'best_selling',
  ],
  [
    [
      'winter',
      'For the cold | Für die Kälte',
      'Jumpers, scarves, beanies, candles. | Pullover, Schals, Mützen, Kerzen.',
      'winter',
    ],
    is('attribute:season', 'Winter'),
    'newest',
  ],
];

const PLACEMENTS: Readonly<Record<string, Pick<WorldCollection, 'pins' | 'boosts' | 'buries'>>> = {
  stoneware: { pins: ['farol-tall-vase', 'faisca-speckled-mug'], boosts: ['folha-shallow-bowl'], buries: [] },
  clothing: {
    pins: ['lofoten-fisherman-jumper'],
    boosts: ['kajute-t-shirt', 'elbe-linen-shirt'],
    buries: ['tynn-light-beanie'],
  },
  light: { pins: ['skymning-mushroom-lamp', 'vinter-table-lamp'], boosts: [], buries: [] },
};

/** A wide picture of a scene, for a collection, a page or the home page. */
export function scenePicture(name: string, alt: string): WorldPicture {
  const spec = {
    view: 'scene',
    subject: name,
    shape: '',
    material: '',
    color: '#cfc6b6',
    seed: hash(name),
  } as const;
  return { key: `scene-${name}`, spec, alt: both(alt) };
}

function is(field: string, value: string): unknown {
  return { field, is: 'equal_to', value };
}

function any(...rules: readonly unknown[]): unknown {
  return { any: rules };
}

function byHand(words: Words, products: readonly WorldProduct[]): WorldCollection {
  return {
    ...described(words),
    rule: undefined,
    products: products.map(({ handle }) => handle),
    sort: 'manual',
  };
}

function byRule(words: Words, rule: unknown, sort: WorldCollection['sort']): WorldCollection {
  return { ...described(words), rule, products: [], sort };
}

function described([handle, title, text, scene]: Words) {
  const { en, de } = both(text);
  return {
    handle,
    title: both(title),
    descriptionHtml: { en: `<p>${en}</p>`, de: `<p>${de}</p>` },
    picture: scenePicture(scene, title),
    pins: [],
    boosts: [],
    buries: [],
  };
}

function costsUnder50(product: WorldProduct): boolean {
  return product.variants.some((variant) => (variant.prices[0]?.amountMinor ?? 0n) < 5_000n);
}
