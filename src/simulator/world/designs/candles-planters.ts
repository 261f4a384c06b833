import { type Design, designs } from '../design.ts';

export const CANDLES: readonly Design[] = [
  ...designs('candle', 'marsh', 'wax', [
    [
      'Dune Grass',
      'Scented Candle | Duftkerze',
      'sand',
      32,
      [9, 8, 8],
      420,
      'jar',
      `Beach grass after rain, a trace of salt, warm planks. Forty-five hours in a stoneware tumbler. |
        Dünengras nach dem Regen, eine Spur Salz, warme Planken. Fünfundvierzig Stunden in einem Becher aus
        Steinzeug.`,
      { sizes: 'pair' },
    ],
    [
      'Smoked Fir',
      'Scented Candle | Duftkerze',
      'fir',
      32,
      [9, 8, 8],
      420,
      'jar',
      `Fir resin, cold smoke and a little leather: the hut after everyone has come in. | Tannenharz, kalter
        Rauch und etwas Leder: die Hütte, wenn alle wieder da sind.`,
      { season: 'Winter' },
    ],
    [
      'Fig Terrace',
      'Scented Candle | Duftkerze',
      'moss',
      34,
      [9, 8, 8],
      420,
      'jar',
      `Green fig leaf and milk, basil, sun on stone. | Grünes Feigenblatt und Milch, Basilikum, Sonne auf
        Stein.`,
      { season: 'Summer' },
    ],
    [
      'Tomato Vine',
      'Scented Candle | Duftkerze',
      'rust',
      32,
      [9, 8, 8],
      420,
      'jar',
      `The smell on your fingers after you have tied up the tomatoes. | Der Duft an den Fingern, wenn man
        die Tomaten aufgebunden hat.`,
    ],
    [
      'Ripple',
      'Pillar Candle | Stumpenkerze',
      'chalk blush ochre',
      18,
      [15, 7, 7],
      480,
      'pillar',
      `A pillar with a rippled skin, unscented, so that dinner smells of dinner. | Eine Stumpenkerze mit
        gewellter Haut, ohne Duft, damit das Essen nach Essen riecht.`,
    ],
  ]),
  ...designs('candle', 'marsh', 'beeswax', [
    [
      'Meadow',
      'Taper Candles, Set of Four | Stabkerzen, Viererset',
      'honey charcoal',
      22,
      [26, 9, 3],
      240,
      'tapers',
      `Hand-dipped tapers, still joined in pairs by their wicks as they come from the rack. | Von Hand
        gezogene Stabkerzen, paarweise am Docht verbunden, wie sie vom Gestell kommen.`,
    ],
    [
      'Hive',
      'Beeswax Pillar | Bienenwachskerze',
      'honey',
      26,
      [12, 8, 8],
      520,
      'pillar',
      `One solid block of summer, with a burning time of sixty hours. | Ein massiver Block Sommer mit
        sechzig Stunden Brenndauer.`,
    ],
  ]),
];

export const PLANTERS: readonly Design[] = designs('planter', 'tidewater', 'terracotta', [
  [
    'Horta',
    'Herb Pot | Kräutertopf',
    'terracotta chalk',
    19,
    [12, 12, 12],
    620,
    'classic',
    `The kitchen-window pot with a thick rolled rim, deep enough for basil to last. | Der Topf fürs
      Küchenfenster mit dickem Wulstrand, tief genug, damit Basilikum bleibt.`,
  ],
  [
    'Terra',
    'Ribbed Planter | Rillentopf',
    'terracotta sand charcoal',
    29,
    [13, 13, 13],
    900,
    'ribbed',
    `Vertical ribs that catch the low sun. It makes even a rubber plant look distinguished. | Senkrechte
      Rillen, die die tiefe Sonne fangen. Sogar ein Gummibaum sieht darin vornehm aus.`,
  ],
  [
    'Bico',
    'Footed Planter | Fußtopf',
    'sage chalk',
    39,
    [15, 14, 14],
    1100,
    'footed',
    `Raised on a foot, so that the plant stands a little above the conversation. | Auf einem Fuß, damit die
      Pflanze ein wenig über dem Gespräch steht.`,
    { material: 'stoneware' },
  ],
  [
    'Cabaça',
    'Belly Pot | Bauchtopf',
    'ink sand',
    45,
    [16, 18, 18],
    1500,
    'belly',
    `Round as a gourd and happiest with something that trails. | Rund wie ein Kürbis und am liebsten mit
      etwas, das herabhängt.`,
    { material: 'stoneware', discountPercent: 25 },
  ],
  [
    'Telha',
    'Window Box | Balkonkasten',
    'terracotta',
    59,
    [17, 48, 18],
    3900,
    'box',
    `A long trough for sills and railings, made the way roof tiles are. | Ein langer Trog für Fensterbank
      und Geländer, gemacht wie Dachziegel.`,
    { sizes: 'one', season: 'Spring' },
  ],
  [
    'Maré',
    'Glazed Planter | Glasierter Topf',
    'harbour seaglass blush',
    34,
    [13, 13, 13],
    980,
    'classic',
    `The glaze runs like water on sand and stops just short of the foot. | Die Glasur läuft wie Wasser auf
      Sand und hält kurz vor dem Fuß an.`,
    { material: 'stoneware' },
  ],
  [
    'Pousada',
    'Hanging Planter | Hängetopf',
    'chalk terracotta',
    36,
    [14, 17, 17],
    880,
    'hanging',
    `A shallow bowl on three cotton cords, for string-of-pearls and patience. | Eine flache Schale an drei
      Baumwollschnüren, für Erbsenpflanzen und Geduld.`,
    { sizes: 'one' },
  ],
]);
