import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { products as en } from './en.ts';

export const products: Translated<typeof en> = {
  answers: {
    product_performance:
      'Welche Produkte werden angesehen, gekauft, zurückgeschickt, und wie lange reicht der Bestand?',
    dead_stock: 'Was liegt da und verkauft sich nicht?',
    bought_together: 'Welche Produkte gehören zusammen?',
    bought_together_by_category: 'Welche Kategorien gehören zusammen?',
    abc_xyz: 'Welche Produkte tragen den Shop, und wie stetig?',
    abc_xyz_matrix: 'Wie setzt sich das Sortiment zusammen?',
    product_movers: 'Was steigt und was fällt, über den Zufall hinaus?',
  },
  title: 'Produktanalyse',
  view: 'Ansicht',
  views: {
    performance: 'Leistung',
    range: 'Sortiment',
    movers: 'Bewegung',
    together: 'Zusammen gekauft',
    dead: 'Ladenhüter',
  },
  performanceAbout:
    'Besuche, Bestellungen, Rückgaben und Bestand jedes Produkts. Klein steht, wo die Wahrheit in 95 von 100 Fällen liegt.',
  margin: 'Marge',
  costKnown: (share: string) => `Kosten zu ${share} bekannt`,
  ofPieces: (share: string) => `${share} der Stücke`,
  ofValue: (share: string) => `${share} des Werts`,
  left: (count: string) => `${count} übrig`,
  days: (shown: string, count: number) =>
    plural('de', count, { one: `${shown} Tag`, other: `${shown} Tage` }),
  soldOutDays: (days: string) => `${days} ausverkauft`,
  rangeAbout:
    'Zeilen: welchen Teil des Nettoumsatzes ein Produkt ausmacht. Spalten: wie stetig es Woche für Woche gefragt ist.',
  abc: {
    A: 'A · die ersten 80 % des Umsatzes',
    B: 'B · die nächsten 15 %',
    C: 'C · die letzten 5 %',
  },
  xyz: {
    X: 'X · stetig',
    Y: 'Y · schwankend',
    Z: 'Z · unregelmäßig',
    none: 'Noch zu neu',
  },
  tooShort: 'Wie stetig die Nachfrage ist, zeigen erst acht ganze Wochen. Wählen Sie 90 Tage oder mehr.',
  show90: '90 Tage zeigen',
  productsCount: (shown: string, count: number) =>
    plural('de', count, { one: `${shown} Produkt`, other: `${shown} Produkte` }),
  ofSales: (share: string) => `${share} des Umsatzes`,
  everyClass: 'Alle Produkte',
  moversAbout:
    'In einem größeren oder kleineren Anteil der Bestellungen als zuvor, über den Zufall hinaus. Was den ganzen Shop hebt, bewegt keines.',
  riser: 'Steigen',
  faller: 'Fallen',
  noRisers: 'Nichts steigt über den Zufall hinaus',
  noFallers: 'Nichts fällt über den Zufall hinaus',
  ofOrders: (now: string, before: string) => `in ${now} der Bestellungen, zuvor ${before}`,
  steadyCount: (shown: string, count: number) =>
    plural('de', count, {
      one: `${shown} Produkt hat sich nicht über den Zufall hinaus bewegt.`,
      other: `${shown} Produkte haben sich nicht über den Zufall hinaus bewegt.`,
    }),
  fewOrders: 'Zu wenige Bestellungen für eine Aussage',
  fewOrdersText: 'Ein Produkt braucht fünf Bestellungen in beiden Zeiträumen zusammen.',
  togetherAbout: (baskets: string) =>
    `Aus ${baskets} Körben. In mindestens fünf, und höchstens 5 von 100 dieser Paare sind Zufall.`,
  byProduct: 'Produkte',
  byCategory: 'Kategorien',
  level: 'Was gepaart wird',
  times: (lift: string) => `${lift} × so oft wie durch Zufall`,
  alsoBuy: (share: string, first: string, second: string) => `${share} mit ${first} nehmen auch ${second}`,
  baskets: (shown: string, count: number) =>
    plural('de', count, { one: `${shown} Korb`, other: `${shown} Körbe` }),
  chance: (rate: string) => `Falscherkennung ${rate}`,
  showWith: (first: string) => `Neben ${first} zeigen`,
  noPairs: 'Nichts wird über den Zufall hinaus zusammen gekauft',
  noPairsText: 'Ein Paar braucht mindestens fünf Körbe. Wählen Sie mehr Tage.',
  deadAbout: 'Kann verkauft werden und wurde es in all diesen Tagen nicht.',
  nothingDead: 'Alles, was da ist, verkauft sich',
  nothingDeadText: 'Kein Produkt mit Bestand blieb in diesen Tagen ohne Verkauf.',
  never: 'nie verkauft',
  to: (low: string, high: string) => `${low} bis ${high}`,
  from: (low: string) => `${low} oder mehr`,
};
