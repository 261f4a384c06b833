import type { address as english } from '../en/address.ts';
import type { Message } from '../text.ts';

export const address: Readonly<Record<keyof typeof english, Message>> = {
  'address.name': 'Vor- und Nachname',
  'address.company': 'Firma',
  'address.line1': 'Straße und Hausnummer',
  'address.line2': 'Zusatz, Etage, c/o',
  'address.city': 'Ort',
  'address.region': 'Region',
  'address.state': 'Bundesstaat',
  'address.province': 'Provinz',
  'address.county': 'Grafschaft',
  'address.prefecture': 'Präfektur',
  'address.canton': 'Kanton',
  'address.postal_code': 'Postleitzahl',
  'address.postcode': 'Postleitzahl',
  'address.zip': 'ZIP-Code',
  'address.country': 'Land',
  'address.phone': 'Telefon, für Fragen zur Lieferung',
  'address.optional': '{label} (optional)',
  'address.choose_region': 'Bitte wählen …',
};
