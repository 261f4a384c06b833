import { type Design, designs } from '../design.ts';

export const LAMPS: readonly Design[] = designs('lamp', 'lumen', 'steel', [
  [
    'Vinter',
    'Table Lamp | Tischleuchte',
    'chalk fir terracotta',
    149,
    [46, 30, 30],
    2600,
    'dome',
    `A deep metal dome on a slim stem. It lights the page and leaves the rest of the room to the evening. |
      Ein tiefer Metallschirm auf schlankem Stab. Sie erhellt die Buchseite und überlässt den Rest des
      Zimmers dem Abend.`,
  ],
  [
    'Skymning',
    'Mushroom Lamp | Pilzleuchte',
    'ochre chalk rust',
    129,
    [34, 28, 28],
    2100,
    'mushroom',
    `A soft round cap that glows from below, dimmable with a turn of the knob on its cable. | Eine weiche
      runde Kappe, die von unten leuchtet, dimmbar mit einem Dreh am Kabel.`,
  ],
  [
    'Granit',
    'Ceramic Lamp | Keramikleuchte',
    'sand slate',
    169,
    [52, 34, 34],
    3800,
    'ceramic',
    `A turned stoneware foot under a shade of natural linen: quiet by day, warm by night. | Ein gedrehter
      Steinzeugfuß unter einem Schirm aus Naturleinen: tagsüber ruhig, nachts warm.`,
    { material: 'stoneware' },
  ],
  [
    'Kvist',
    'Desk Lamp | Schreibtischleuchte',
    'charcoal sage',
    139,
    [48, 22, 40],
    1900,
    'desk',
    `Two joints, one cone, no screws to see. It stays where you leave it. | Zwei Gelenke, ein Kegel, keine
      sichtbaren Schrauben. Sie bleibt, wo man sie lässt.`,
  ],
  [
    'Luna',
    'Globe Lamp | Kugelleuchte',
    'brass black',
    119,
    [28, 24, 24],
    1700,
    'globe',
    `A globe of opal glass that seems to have rolled onto its ring and stopped. | Eine Kugel aus Opalglas,
      die auf ihren Ring gerollt und dort liegen geblieben zu sein scheint.`,
    { material: 'brass' },
  ],
  [
    'Hemma',
    'Floor Lamp | Stehleuchte',
    'black brass',
    289,
    [150, 38, 38],
    6800,
    'floor',
    `A long brass line with a linen drum at reading height. Moves easily, falls over never. | Eine lange
      Linie mit Leinentrommel auf Lesehöhe. Leicht zu versetzen, schwer umzuwerfen.`,
    { material: 'brass' },
  ],
  [
    'Snö',
    'Paper Lantern | Papierlaterne',
    'white natural',
    69,
    [36, 36, 36],
    480,
    'lantern',
    `Ribs of bamboo, skin of paper: a pendant that folds flat in a drawer and opens like a breath. | Rippen
      aus Bambus, Haut aus Papier: eine Pendelleuchte, die flach in die Schublade passt und sich wie ein
      Atemzug öffnet.`,
    { material: 'paper', sizes: 'pair' },
  ],
  [
    'Klocka',
    'Bell Pendant | Glockenpendel',
    'fir ochre white',
    159,
    [26, 32, 32],
    1800,
    'pendant',
    `A bell for over the table, white inside, so that the light falls on plates and not into eyes. | Eine
      Glocke für über den Tisch, innen weiß, damit das Licht auf die Teller fällt und nicht in die Augen.`,
  ],
  [
    'Fyr',
    'Portable Lamp | Akkuleuchte',
    'chalk harbour terracotta',
    89,
    [25, 14, 14],
    780,
    'portable',
    `The little lighthouse that follows you outdoors: twelve hours without a cable, splash-proof. | Der
      kleine Leuchtturm, der mit hinausgeht: zwölf Stunden ohne Kabel, spritzwassergeschützt.`,
    { season: 'Summer' },
  ],
  [
    'Ek',
    'Oak Table Lamp | Eichenleuchte',
    'oak walnut',
    155,
    [44, 28, 28],
    2300,
    'ceramic',
    `A single turned piece of wood carries the linen shade. The switch is a leather pull. | Ein einziges
      gedrechseltes Stück Holz trägt den Leinenschirm. Geschaltet wird mit einem Lederband.`,
    { maker: 'hollin', material: 'oak', discountPercent: 15 },
  ],
]);
