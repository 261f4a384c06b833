import { type Design, designs } from '../design.ts';

export const GLASSES: readonly Design[] = designs('glass', 'alba', 'glass', [
  [
    'Agua',
    'Tumbler | Wasserglas',
    'clear seaglass amber',
    12,
    [9, 8, 8],
    210,
    'tumbler',
    `The everyday glass, a little heavier than it needs to be. | Das Glas für jeden Tag, ein wenig schwerer
      als nötig.`,
    { capacityLitres: 0.3, tags: ['bestseller'] },
  ],
  [
    'Sorbo',
    'Wine Glass | Weinglas',
    'clear smoke',
    22,
    [18, 8, 8],
    190,
    'wine',
    `A short stem and an honest bowl: for wine without ceremony. | Kurzer Stiel, ehrlicher Kelch: für Wein
      ohne Zeremonie.`,
    { capacityLitres: 0.35 },
  ],
  [
    'Río',
    'Carafe | Karaffe',
    'clear seaglass',
    48,
    [26, 11, 11],
    820,
    'carafe',
    `One litre, one hand, no drips. The stopper is a drop of the same glass. | Ein Liter, eine Hand, kein
      Tropfen. Der Stöpsel ist ein Tropfen aus demselben Glas.`,
    { capacityLitres: 1 },
  ],
  [
    'Tarde',
    'Long Drink Glass | Longdrinkglas',
    'clear amber',
    14,
    [14, 7, 7],
    260,
    'highball',
    `Tall and straight, with room for ice and a sprig of mint. | Hoch und gerade, mit Platz für Eis und
      einen Zweig Minze.`,
    { capacityLitres: 0.4, season: 'Summer' },
  ],
  [
    'Onza',
    'Ribbed Tumbler | Rillenglas',
    'clear smoke seaglass',
    15,
    [9, 8, 8],
    230,
    'ribbed',
    `Ribs for the fingers and for the light, which leaves stripes on the table. | Rillen für die Finger und
      fürs Licht, das Streifen auf den Tisch wirft.`,
    { capacityLitres: 0.28 },
  ],
  [
    'Jarra',
    'Water Jug | Wasserkrug',
    'clear seaglass',
    56,
    [22, 15, 18],
    1150,
    'jug',
    `A jug with a pulled spout and a handle you can trust with two litres. | Ein Krug mit gezogener Tülle
      und einem Henkel, dem man zwei Liter anvertraut.`,
    { capacityLitres: 2 },
  ],
  [
    'Fiesta',
    'Coupe | Sektschale',
    'clear amber',
    24,
    [13, 10, 10],
    170,
    'coupe',
    `For sparkling wine, sorbet, and the good moment in between. | Für Schaumwein, Sorbet und den guten
      Moment dazwischen.`,
    { capacityLitres: 0.2, discountPercent: 20 },
  ],
  [
    'Tarro',
    'Storage Jar | Vorratsglas',
    'clear',
    26,
    [17, 11, 11],
    640,
    'jar',
    `With a lid of oak that sits snugly in a ring of silicone. | Mit einem Deckel aus Eiche, der in einem
      Silikonring fest sitzt.`,
    { sizes: 'pair', capacityLitres: 1 },
  ],
]);
