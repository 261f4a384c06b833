import { Globe, Link2, Palette, Store } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'settings:read';

/** Who the shop is, where it sells, how it looks, and at which address it is reached. */
export const desk: Desk = {
  name: 'markets',
  section: 'settings',
  group: 'shop',
  rank: 10,
  icon: Store,
  navigation: [
    {
      ...{
        path: '/settings/shop',
        permission: READ,
        words: 'legal company vat email phone time zone currency',
      },
      label: { en: 'Shop details', de: 'Angaben zum Shop', fr: 'Coordonnées', es: 'Datos de la tienda' },
      about: {
        en: 'Name, company, address, VAT id, time zone, language',
        de: 'Name, Firma, Anschrift, USt-IdNr., Zeitzone, Sprache',
        fr: 'Nom, société, adresse, n° de TVA, fuseau horaire, langue',
        es: 'Nombre, empresa, dirección, NIF-IVA, zona horaria, idioma',
      },
    },
    {
      ...{ path: '/settings/markets', permission: READ, icon: Globe },
      words: 'countries currency language storefront international prefix',
      label: { en: 'Markets', de: 'Märkte', fr: 'Marchés', es: 'Mercados' },
      about: {
        en: 'Countries, currencies, languages, and their addresses',
        de: 'Länder, Währungen, Sprachen und ihre Adressen',
        fr: 'Pays, devises, langues et leurs adresses',
        es: 'Países, monedas, idiomas y sus direcciones',
      },
    },
    {
      ...{ path: '/settings/look', permission: READ, icon: Palette },
      words: 'template theme design colour logo preview',
      label: { en: 'Look', de: 'Aussehen', fr: 'Apparence', es: 'Aspecto' },
      about: {
        en: 'The template of the shop, seen before it is chosen',
        de: 'Die Vorlage des Shops, gesehen, bevor sie gilt',
        fr: 'Le modèle de la boutique, vu avant d’être choisi',
        es: 'La plantilla de la tienda, vista antes de elegirla',
      },
    },
    {
      ...{ path: '/settings/domains', permission: READ, icon: Link2 },
      words: 'address url dns tls certificate https base',
      label: { en: 'Domain', de: 'Domain', fr: 'Domaine', es: 'Dominio' },
      about: {
        en: 'At which address the shop is reached, and whether it is',
        de: 'Unter welcher Adresse der Shop erreicht wird, und ob',
        fr: 'À quelle adresse la boutique est jointe, et si elle l’est',
        es: 'En qué dirección se llega a la tienda, y si se llega',
      },
    },
  ],
  screens: [
    { path: '/settings/shop', permission: READ, load: () => import('./shop/shop-screen.tsx') },
    { path: '/settings/markets', permission: READ, load: () => import('./markets/markets-screen.tsx') },
    { path: '/settings/look', permission: READ, load: () => import('./look/look-screen.tsx') },
    { path: '/settings/domains', permission: READ, load: () => import('./domains/domains-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
