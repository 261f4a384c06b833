import { type Design, designs } from '../design.ts';

export const BOARDS: readonly Design[] = designs('board', 'hollin', 'oak', [
  [
    'Fjord',
    'Chopping Board | Schneidebrett',
    'oak walnut',
    49,
    [2.2, 40, 26],
    1500,
    'rectangle',
    `A plain, heavy rectangle with a groove for the juice of tomatoes. | Ein schlichtes, schweres Rechteck
      mit einer Rille für den Saft der Tomaten.`,
    { sizes: 'pair' },
  ],
  [
    'Brød',
    'Bread Board | Brotbrett',
    'ash oak',
    42,
    [2, 45, 22],
    1200,
    'paddle',
    `Long enough for a baguette, with a handle to hang it by. | Lang genug fürs Baguette, mit Griff zum
      Aufhängen.`,
  ],
  [
    'Måne',
    'Round Board | Rundes Brett',
    'walnut oak',
    54,
    [2, 34, 34],
    1400,
    'round',
    `A full moon for cheese, pizza or the wreath in December. | Ein Vollmond für Käse, Pizza oder den Kranz
      im Dezember.`,
  ],
  [
    'Oliveto',
    'Serving Board | Servierbrett',
    'olive',
    58,
    [2, 42, 18],
    1300,
    'natural',
    'The edge of the tree is left as it grew. | Die Baumkante bleibt, wie sie gewachsen ist.',
    { material: 'olivewood', tags: ['bestseller'] },
  ],
  [
    'Vik',
    'Tray | Tablett',
    'oak charcoal',
    64,
    [4, 45, 32],
    1350,
    'tray',
    `A tray with a bent rim: breakfast goes up the stairs in one piece. | Ein Tablett mit gebogenem Rand: So
      kommt das Frühstück heil die Treppe hinauf.`,
  ],
  [
    'Lille',
    'Breakfast Board | Frühstücksbrettchen',
    'ash walnut oak',
    19,
    [1.4, 24, 15],
    320,
    'rectangle',
    `One for each person, so that nobody needs a plate before ten. | Eins für jeden, damit vor zehn niemand
      einen Teller braucht.`,
  ],
  [
    'Kløver',
    'Trivet | Untersetzer',
    'walnut ash',
    24,
    [1.8, 20, 20],
    380,
    'trivet',
    `Carries the hot pot and looks good without one. | Trägt den heißen Topf und sieht auch ohne ihn gut
      aus.`,
    { discountPercent: 15 },
  ],
]);

export const APRONS: readonly Design[] = designs('apron', 'brenna', 'linen', [
  [
    'Cucina',
    'Linen Apron | Leinenschürze',
    'natural harbour terracotta',
    59,
    [88, 72, 1],
    340,
    'bib',
    `A heavy linen bib apron with a pocket for the phone that reads the recipe. | Eine schwere Latzschürze
      aus Leinen mit Tasche fürs Telefon, das das Rezept vorliest.`,
  ],
  [
    'Bottega',
    'Work Apron | Werkstattschürze',
    'charcoal moss',
    72,
    [92, 76, 1],
    520,
    'work',
    `Canvas-thick, double-stitched, with loops for tools and leather at the corners. | Dick wie Segeltuch,
      doppelt genäht, mit Schlaufen für Werkzeug und Leder an den Ecken.`,
    { material: 'cotton' },
  ],
  [
    'Orto',
    'Cross-Back Apron | Kreuzträgerschürze',
    'sage oat',
    65,
    [96, 84, 1],
    380,
    'cross',
    `Straps that cross at the back: nothing to tie, nothing on the neck. | Träger, die sich am Rücken
      kreuzen: nichts zu binden, nichts im Nacken.`,
  ],
  [
    'Riga',
    'Striped Apron | Streifenschürze',
    'ink madder',
    54,
    [86, 72, 1],
    330,
    'striped',
    'Butcher stripes, woven in rather than printed. | Fleischerstreifen, gewebt statt gedruckt.',
    { material: 'cotton', discountPercent: 20 },
  ],
]);
