import { type Design, designs } from '../design.ts';

export const PAPER: readonly Design[] = [
  ...designs('notebook', 'kontor', 'paper', [
    [
      'Logbuch',
      'Linen Notebook | Leinennotizbuch',
      'ink rust sage',
      24,
      [21, 14.8, 1.6],
      340,
      'hard',
      `A hard cover in book linen, 160 dotted pages and two ribbons. | Fester Einband aus Buchleinen, 160
        gepunktete Seiten und zwei Lesebändchen.`,
    ],
    [
      'Skizze',
      'Sketchbook | Skizzenbuch',
      'natural charcoal',
      29,
      [29.7, 21, 2],
      720,
      'hard',
      `Heavy paper that takes pencil, ink and a light wash. | Schweres Papier für Bleistift, Tusche und
        leichte Lasur.`,
    ],
    [
      'Heft',
      'Notebooks, Set of Three | Hefte, Dreierset',
      'ochre mist',
      16,
      [21, 14.8, 1.5],
      260,
      'set',
      'Three thread-sewn booklets for three ideas. | Drei fadengeheftete Hefte für drei Ideen.',
    ],
    [
      'Jahr',
      'Diary | Kalender',
      'fir madder',
      32,
      [21, 14.8, 2],
      420,
      'diary',
      `A week on two pages, with room beside it for what really happened. | Eine Woche auf zwei Seiten,
        daneben Platz für das, was wirklich geschah.`,
      { season: 'Winter' },
    ],
    [
      'Rezept',
      'Recipe Book | Rezeptbuch',
      'terracotta chalk',
      27,
      [24, 17, 2],
      520,
      'hard',
      `Pages for two hundred recipes and for who gave them to you. | Seiten für zweihundert Rezepte und
        dafür, von wem sie stammen.`,
      { discountPercent: 15 },
    ],
  ]),
  ...designs('pattern', 'larch', 'file', [
    [
      'Orto',
      'Apron Sewing Pattern | Schnittmuster Schürze',
      'natural',
      9,
      [29.7, 21, 0],
      0,
      'pdf',
      `Our cross-back apron to sew yourself, in an afternoon, from one and a half metres of linen. | Unsere
        Kreuzträgerschürze zum Selbernähen, an einem Nachmittag, aus anderthalb Metern Leinen.`,
    ],
  ]),
];

export const SETS: readonly Design[] = designs('set', 'tidewater', 'stoneware', [
  [
    'Breakfast for Two',
    'Gift Set | Geschenkset',
    'chalk',
    69,
    [14, 34, 26],
    1720,
    'breakfast',
    `Two Manhã mugs and two Grão bowls: everything that a slow morning needs except the morning. | Zwei
      Becher Manhã und zwei Schalen Grão: alles, was ein langsamer Morgen braucht, außer dem Morgen.`,
  ],
  [
    'Quiet Evening',
    'Gift Set | Geschenkset',
    'sand',
    79,
    [14, 34, 26],
    980,
    'evening',
    `A Dune Grass candle, a pair of Hverdag socks and a Logbuch to write none of it down in. | Eine Kerze
      Dune Grass, ein Paar Socken Hverdag und ein Logbuch, um nichts davon aufzuschreiben.`,
    { maker: 'marsh', material: 'wax' },
  ],
]);
