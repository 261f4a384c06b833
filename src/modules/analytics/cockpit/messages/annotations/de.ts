import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { notes as en } from './en.ts';

export const notes: Translated<typeof en> = {
  title: 'Was geschah',
  kinds: {
    note: 'Notizen',
    price: 'Preise',
    promotion: 'Aktionen',
    stock_out: 'Ausverkauft',
    outage: 'Ausfälle',
    holiday: 'Feiertage',
  },
  shown: (kind, count) => `${kind}, ${count}`,
  at: (days, count) => `${days}: ${count}`,
  several: (count, number) =>
    plural('de', number, { one: `${count} Ereignis`, other: `${count} Ereignisse` }),
  prices: (count, number) =>
    plural('de', number, { one: `${count} Preis geändert`, other: `${count} Preise geändert` }),
  upDown: (up, down) => `${up} höher, ${down} niedriger`,
  planned: (count, number) =>
    plural('de', number, {
      one: `${count} Preis soll sich ändern`,
      other: `${count} Preise sollen sich ändern`,
    }),
  promotion: (name) => `Aktion: ${name}`,
  stockOut: (title) => `Ausverkauft: ${title}`,
  outage: (minutes) => `${minutes} min lang lief nichts`,
  holiday: (name, countries) => `${name} (${countries})`,
  add: 'Notiz hinzufügen',
  addOn: 'Notiz im Diagramm',
  change: 'Ändern',
  changeOf: (text) => `Notiz ${text} ändern`,
  form: 'Notiz in Diagrammen',
  text: 'Was geschah',
  from: 'Erster Tag',
  to: 'Letzter Tag',
  market: 'Markt',
  everyMarket: 'Der ganze Shop',
  save: 'Speichern',
  remove: 'Entfernen',
  stockNotKnown: 'Ob Verkaufsschlager ausverkauft waren, ist gerade nicht bekannt.',
};
