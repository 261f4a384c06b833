import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { why as en } from './en.ts';

export const why: Translated<typeof en> = {
  title: 'Warum hat es sich geändert?',
  ask: 'Warum?',
  askOf: (what) => `Warum hat es sich geändert: ${what}`,
  of: { net_sales: 'Nettoumsatz', contribution_margin_1: 'Deckungsbeitrag', orders: 'Bestellungen' },
  number: 'Zahl',
  summary: 'Was sich geändert hat',
  note: 'Das sind rechnerische Anteile an der Änderung. Sie sagen nicht, was sie verursacht hat.',
  tracked: (before, after) =>
    `Der Besuch ist von ${before} der Bestellungen vorher und von ${after} jetzt bekannt; von diesen sind Besuche und Conversion.`,
  waterfall: 'Von vorher bis jetzt',
  waterfallAbout: 'Die Teile ergeben zusammen genau die Änderung',
  before: 'Vorher',
  now: 'Jetzt',
  factors: {
    sessions: 'Besuche',
    conversion: 'Conversion',
    untracked_orders: 'Bestellungen ohne bekannten Besuch',
    orders: 'Bestellungen',
    order_value: 'Bestellwert',
    returns: 'Retouren',
    margin_rate: 'Marge in Prozent',
    other: 'Anderes',
  },
  inText: {
    sessions: 'Besuche',
    conversion: 'Conversion',
    untracked_orders: 'Bestellungen ohne bekannten Besuch',
    orders: 'Bestellungen',
    order_value: 'Bestellwert',
    returns: 'Retouren',
    margin_rate: 'Marge in Prozent',
    other: 'was zu keiner Bestellung dieser Tage gehört',
  },
  rose: (what, by, before, now) => `${what}: um ${by} gestiegen, von ${before} auf ${now}.`,
  fell: (what, by, before, now) => `${what}: um ${by} gefallen, von ${before} auf ${now}.`,
  same: (what, now) => `${what}: unverändert ${now}.`,
  factor: (factor, part, how) => `Der größte Teil davon: ${factor}, ${part}${how}.`,
  also: (factor, part, how) => `Dazu kommt: ${factor}, ${part}${how}.`,
  against: (factor, part, how) => `Dagegen steht: ${factor}, ${part}${how}.`,
  how: (before, now) => ` (von ${before} auf ${now})`,
  segment: (dimension, name, part) => `Am deutlichsten ist es hier – ${dimension}: ${name}, ${part}.`,
  spread: 'Es verteilt sich: Kein Kanal, Produkt, Land, Gerät und keine Art von Käufern sticht heraus.',
  chanceOfOrders: (before, now) =>
    `So wenige Bestellungen (vorher ${before}, jetzt ${now}) unterscheiden sich auch durch Zufall so stark.`,
  chanceOfConversion: (low, high) =>
    `Die Änderung der Conversion kann Zufall sein: Sie liegt zwischen ${low} und ${high}.`,
  tracking: (before, now) =>
    `Besuche sind ungleich erfasst: Bekannt sind sie von ${before} der Bestellungen vorher, von ${now} jetzt.`,
  segments: 'Wo es sich geändert hat',
  segmentsAbout: 'Wählen Sie eine Zeile, um ihre Bestellungen zu sehen.',
  by: 'Unterschieden nach',
  dimensions: { channel: 'Kanal', product: 'Produkt', country: 'Land', device: 'Gerät', buyer: 'Käufer' },
  inSegments: {
    channel: 'Kanal',
    product: 'Produkt',
    country: 'Land',
    device: 'Gerät',
    buyer: 'Art von Käufern',
  },
  others: 'Alle anderen',
  change: 'Änderung',
  share: 'Anteil daran',
  volume: {
    sessions: 'Mehr oder weniger Besuche',
    orders: 'Mehr oder weniger Bestellungen',
    units: 'Mehr oder weniger Stücke',
  },
  mix: 'Ihr Anteil daran',
  rate: { sessions: 'Wert eines Besuchs', orders: 'Wert einer Bestellung', units: 'Wert eines Stücks' },
  effects:
    'Jede Zeile ist die Summe ihrer letzten drei Spalten: was alle Segmente zusammen gewonnen oder verloren haben, wie sich ' +
    'der eigene Anteil des Segments verschoben hat und wie viel jeder Besuch, jede Bestellung oder jedes Stück wert war.',
  nothing: 'Nichts hat sich geändert',
  nothingText: 'In diesen Tagen ist nichts, und in denen davor auch nicht.',
};
