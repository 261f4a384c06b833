import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { address as en } from './en.ts';

export const address: Translated<typeof en> = {
  title: 'An eine andere Adresse senden',
  again: 'Andere Adresse',
  look: 'Ansehen, was sich ändert',
  from: 'Jetzt',
  to: 'Dann',
  delivery: 'Versand',
  tax: 'Steuer',
  total: 'Summe',
  difference: 'Unterschied',
  deliveries: 'Versandart',
  same: 'Am Geld ändert sich nichts.',
  due: (amount: string) => `${amount} mehr sind zu zahlen. Die Bestellung ist noch nicht bezahlt.`,
  dueLess: (amount: string) => `${amount} weniger sind zu zahlen.`,
  back: (amount: string) =>
    `${amount} gehen zurück, wie sie bezahlt wurden, mit Rechnungskorrektur und neuer Rechnung.`,
  more: (amount: string) =>
    `${amount} mehr als bezahlt wurde. Der Kunde bekommt eine Mail mit beiden Adressen und einem Link: dort zahlt er den Unterschied oder behält die Adresse. Bis dahin bleibt die Bestellung, wie sie ist.`,
  change: 'Adresse ändern',
  changed: 'Die Adresse ist geändert',
  send: 'Dem Kunden einen Link senden',
  sent: 'Der Kunde hat den Link per Mail',
  open: 'Wie lange der Link gilt',
  days: (count: number) => `${count} Tage`,
  proposed: 'Vorgeschlagene Adresse',
  states: {
    proposed: 'wartet auf den Kunden',
    applied: 'angenommen und bezahlt',
    declined: 'abgelehnt',
    expired: 'abgelaufen',
    withdrawn: 'zurückgezogen',
  },
  until: (when: string) => `Der Link gilt bis ${when}.`,
  toPay: (amount: string, total: string) =>
    `Der Kunde zahlt ${amount} mehr; dann kommt die Bestellung auf ${total}.`,
  withdraw: 'Zurückziehen',
  withdrawTitle: 'Vorgeschlagene Adresse zurückziehen?',
  withdrawText:
    'Der Link gilt nicht mehr, und der Kunde erfährt per Mail, dass die Adresse bleibt. Was trotzdem bezahlt wird, geht zurück.',
  withdrawn: 'Zurückgezogen',
  ended: (when: string) => `Beendet ${when}`,
  stuck: (amount: string) => `${amount} sind nicht zurückgegangen`,
  stuckText: (why: string, times: number, when: string) =>
    `Der Anbieter sagte: „${why}“ (${times === 1 ? 'einmal' : `${times}-mal`} gefragt). Er wird ${when} von selbst wieder gefragt.`,
  askAgain: 'Jetzt erneut verlangen',
  givenBack: 'Es ist zurückgegangen',
  refusedAgain: (why: string) => `Der Anbieter lehnte wieder ab: ${why}`,
  fields: {
    name: 'Name',
    company: 'Firma',
    line1: 'Straße und Hausnummer',
    line2: 'Zusatz',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    region: 'Region',
    phone: 'Telefon',
    country: 'Land',
  },
};
