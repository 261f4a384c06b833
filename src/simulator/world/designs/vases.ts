import { type Design, designs } from '../design.ts';

export const VASES: readonly Design[] = designs('vase', 'tidewater', 'stoneware', [
  [
    'Alma',
    'Bud Vase | Knospenvase',
    'chalk sage terracotta',
    24,
    [14, 9, 9],
    340,
    'bud',
    `A vase for one stem: the first tulip, a twig from the walk home. Its neck is narrow enough to hold it
      just so. | Eine Vase für einen einzigen Stiel: die erste Tulpe, ein Zweig vom Heimweg. Der Hals ist so
      schmal, dass er genau richtig steht.`,
  ],
  [
    'Brisa',
    'Bottle Vase | Flaschenvase',
    'seaglass ink chalk',
    48,
    [28, 14, 14],
    920,
    'bottle',
    `Drawn from the bottles that wash up below the studio, with a long neck and quiet shoulders. | Den
      Flaschen nachempfunden, die unterhalb der Werkstatt angespült werden, mit langem Hals und ruhigen
      Schultern.`,
  ],
  [
    'Duna',
    'Round Vase | Kugelvase',
    'sand terracotta',
    52,
    [20, 22, 22],
    1350,
    'round',
    `A generous sphere that makes a bunch of garden flowers look arranged. | Eine großzügige Kugel, in der
      ein Strauß aus dem Garten wie gesteckt aussieht.`,
    { sizes: 'pair' },
  ],
  [
    'Farol',
    'Tall Vase | Hohe Vase',
    'charcoal chalk ochre',
    79,
    [42, 18, 18],
    2400,
    'tall',
    `Tall enough for the floor, steady enough for branches of cherry or eucalyptus. | Hoch genug für den
      Boden und standfest genug für Kirschzweige oder Eukalyptus.`,
  ],
  [
    'Onda',
    'Ribbed Vase | Rillenvase',
    'blush chalk moss',
    58,
    [26, 17, 17],
    1280,
    'ribbed',
    `The ribs are pressed in by hand while the clay is still soft, and the glaze thins on every edge. | Die
      Rillen werden von Hand in den weichen Ton gedrückt, und auf jeder Kante wird die Glasur dünner.`,
  ],
  [
    'Pedra',
    'Amphora | Amphore',
    'oat rust',
    95,
    [36, 24, 22],
    2900,
    'amphora',
    `Two small handles and a swelling belly: a form that has needed no improvement for three thousand years.
      | Zwei kleine Henkel und ein voller Bauch: eine Form, an der es seit dreitausend Jahren nichts zu
      verbessern gibt.`,
  ],
  [
    'Salina',
    'Cylinder Vase | Zylindervase',
    'mist slate',
    44,
    [24, 12, 12],
    980,
    'cylinder',
    `A straight cylinder for straight stems, glazed in the greys of the salt pans at low tide. | Ein gerader
      Zylinder für gerade Stiele, glasiert in den Grautönen der Salinen bei Ebbe.`,
    { discountPercent: 20 },
  ],
  [
    'Concha',
    'Flared Vase | Kelchvase',
    'chalk blush',
    62,
    [23, 19, 19],
    1150,
    'flared',
    `Opens like a shell, so that peonies can lean and still look at you. | Öffnet sich wie eine Muschel,
      damit Pfingstrosen sich neigen und einen trotzdem ansehen.`,
    { season: 'Spring' },
  ],
  [
    'Lisboa',
    'Dipped Vase | Tauchvase',
    'harbour ochre',
    39,
    [19, 13, 13],
    720,
    'dipped',
    `Raw clay below, glossy glaze above; the line between them is drawn by gravity. | Unten roher Ton, oben
      glänzende Glasur; die Linie dazwischen zieht die Schwerkraft.`,
  ],
  [
    'Orvalho',
    'Glass Vase | Glasvase',
    'clear amber smoke',
    46,
    [25, 15, 15],
    1100,
    'flared',
    `Heavy at the foot, light at the rim: a clear vase that shows the stems on purpose. | Schwer am Fuß,
      leicht am Rand: eine Glasvase, die die Stiele mit Absicht zeigt.`,
    { maker: 'alba', material: 'glass' },
  ],
  [
    'Burbuja',
    'Bubble Vase | Blasenvase',
    'seaglass amber',
    34,
    [17, 16, 16],
    760,
    'round',
    `A round breath of glass, closed to a small mouth. It takes five stems and no more. | Ein runder Atemzug
      aus Glas mit kleiner Öffnung. Fünf Stiele passen hinein, nicht mehr.`,
    { maker: 'alba', material: 'glass' },
  ],
]);
