import { Truck } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'settings:read';
const WRITE = 'settings:write';

export const desk: Desk = {
  name: 'shipping',
  section: 'settings',
  group: 'selling',
  rank: 30,
  icon: Truck,
  navigation: [
    {
      ...{ path: '/settings/shipping', permission: READ },
      words: 'delivery zones rates carrier parcel weight free dhl countries',
      label: { en: 'Shipping', de: 'Versand', fr: 'Livraison', es: 'Envíos' },
      about: {
        en: 'Zones, ways of delivery and what they cost',
        de: 'Zonen, Versandarten und was sie kosten',
        fr: 'Zones, modes de livraison et leurs prix',
        es: 'Zonas, formas de envío y lo que cuestan',
      },
    },
    {
      ...{ path: '/settings/shipping/pickup-points', permission: READ },
      words: 'collect click packstation locker',
      label: { en: 'Pick-up points', de: 'Abholorte', fr: 'Points de retrait', es: 'Puntos de recogida' },
      about: {
        en: 'Where goods wait for shoppers, and when it is open',
        de: 'Wo Ware auf Kunden wartet, und wann dort offen ist',
        fr: 'Où les articles attendent, et quand c’est ouvert',
        es: 'Dónde espera la mercancía y cuándo está abierto',
      },
    },
  ],
  screens: [
    { path: '/settings/shipping', permission: READ, load: () => import('./shipping-screen.tsx') },
    {
      ...{ path: '/settings/shipping/pickup-points', permission: READ },
      load: () => import('./points/points-screen.tsx'),
    },
    {
      ...{ path: '/settings/shipping/methods/new', permission: WRITE },
      load: () => import('./methods/new-method-screen.tsx'),
    },
    {
      ...{ path: '/settings/shipping/methods/$id', permission: READ },
      load: () => import('./methods/method-screen.tsx'),
    },
    {
      ...{ path: '/settings/shipping/tables/new', permission: WRITE },
      load: () => import('./tables/new-table-screen.tsx'),
    },
    {
      ...{ path: '/settings/shipping/tables/$id', permission: READ },
      load: () => import('./tables/table-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
};
