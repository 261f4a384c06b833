import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { locations as english } from './en.ts';

export const locations: Translated<typeof english> = {
  title: 'Standorte',
  about: 'Orte mit Bestand, und welcher von ihnen eine Bestellung bedient.',
  add: 'Standort hinzufügen',
  places: 'Orte',
  placesText:
    'In der Reihenfolge, in der sie nach Ware gefragt werden. Ein ausgeschalteter behält Bestand und verkauft nichts.',
  empty: 'Noch keine Orte',
  emptyText: 'Fügen Sie den Ort hinzu, an dem Ihre Ware ist. Bestand wird je Ort gezählt.',
  noCountry: 'kein Land',
  collected: (address) => `Abholung: ${address}`,
  notCollected: 'keine Abholung durch Kunden',
  sells: (name) => `Verkauft: ${name}`,
  opened: (name) => `${name} verkauft wieder`,
  closed: (name) => `${name} verkauft vorerst nichts`,
  change: 'Ändern',
  changeTitle: 'Standort ändern',
  saved: 'Der Standort ist gespeichert',
  name: 'Name',
  code: 'Kürzel',
  codeText:
    'Kleinbuchstaben, Ziffern und Bindestriche. Ein eigener Abholort mit diesem Kürzel ist dieser Ort.',
  country: 'Land',
  countryText: 'Von wo Ware versandt wird.',
  save: 'Speichern',
  cancel: 'Abbrechen',
  rule: 'Welcher Ort eine Bestellung bedient',
  ruleText: 'Gilt für alles, was ab jetzt bestellt wird.',
  savedRule: 'Gespeichert: es gilt für neue Bestellungen',
  rules: {
    nearest: 'Der nächste',
    fewest_parcels: 'So wenige Pakete wie möglich',
    most_stock: 'Wo am meisten ist',
  },
  rulesText: {
    nearest: 'Erst Orte im Land des Kunden, dann in der Reihenfolge oben. Schnell, und ohne Zoll.',
    fewest_parcels:
      'Erst der Ort, der am meisten der Bestellung hat, damit sie möglichst in einem Stück reist.',
    most_stock:
      'Der Ort mit den meisten Stück jeder Variante. Hält Bestände gleichmäßig; kann eine Bestellung teilen.',
  },
  example: (country, order) => `Eine Bestellung nach ${country}: ${order}.`,
};
