import type { Message } from '../text.ts';

/** The parts of a postal address. Which a country has, in which order, is the business of markets. */
export const address = {
  'address.name': 'Full name',
  'address.company': 'Company',
  'address.line1': 'Street and number',
  'address.line2': 'Apartment, floor, care of',
  'address.city': 'Town or city',
  'address.region': 'Region',
  'address.state': 'State',
  'address.province': 'Province',
  'address.county': 'County',
  'address.prefecture': 'Prefecture',
  'address.canton': 'Canton',
  'address.postal_code': 'Postal code',
  'address.postcode': 'Postcode',
  'address.zip': 'ZIP code',
  'address.country': 'Country',
  'address.phone': 'Phone, for questions about the delivery',
  'address.optional': '{label} (optional)',
  'address.choose_region': 'Choose …',
} as const satisfies Readonly<Record<string, Message>>;
