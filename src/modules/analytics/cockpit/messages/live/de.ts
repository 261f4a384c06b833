import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { live as en } from './en.ts';

export const live: Translated<typeof en> = {
  title: 'Live',
  about: 'Wer gerade im Shop ist. Die Ansicht erneuert sich selbst; Bots und Mitarbeitende zählen nicht.',
  asOf: (moment) => `Stand ${moment}`,
  now: 'Gerade im Shop',
  last5: 'Besucher in den letzten 5 Minuten',
  last30: (shown, count) =>
    plural('de', count, {
      one: `${shown} in den letzten 30 Minuten`,
      other: `${shown} in den letzten 30 Minuten`,
    }),
  minutes: 'Seitenaufrufe je Minute',
  minutesAgo: (minutes) => `vor ${minutes} min`,
  thisMinute: 'jetzt',
  minute: (ago, views) => `${ago}: ${views}`,
  stages: 'Wie weit sie sind',
  stagesAbout: 'Besucher der letzten 30 Minuten, jeder dort, wo er zuletzt war.',
  cart: 'Warenkorb gefüllt',
  checkout: 'An der Kasse',
  bought: 'Gekauft',
  orders: 'Bestellungen gerade eben',
  noOrders: 'Keine Bestellung in den letzten 30 Minuten',
  total: (count, sum) => `${count} · ${sum}`,
  pages: 'Wo sie sind',
  pagesAbout: 'Die Seite, die jeder Besucher der letzten 5 Minuten zuletzt sah.',
  countries: 'Länder',
  channels: 'Kanäle',
  devices: 'Geräte',
  ofHalfHour: 'Besucher der letzten 30 Minuten.',
  nobody: 'Gerade niemand',
  noneText: 'Sobald jemand eine Seite des Shops öffnet, erscheint er hier innerhalb von Sekunden.',
  notKnown: 'Nicht bekannt',
};
