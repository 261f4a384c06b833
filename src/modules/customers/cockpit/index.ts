import { Users } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const CUSTOMERS = { en: 'Customers', de: 'Kunden', fr: 'Clients', es: 'Clientes' };
const SEGMENTS = { en: 'Segments', de: 'Segmente', fr: 'Segments', es: 'Segmentos' };

export const desk: Desk = {
  name: 'customers',
  section: 'work',
  rank: 40,
  icon: Users,
  navigation: [
    {
      path: '/customers',
      label: CUSTOMERS,
      permission: 'customers:read',
      key: 'c',
      words: 'shoppers people',
    },
    { path: '/segments', label: SEGMENTS, permission: 'customers:read', words: 'groups rules' },
  ],
  screens: [
    { path: '/customers', permission: 'customers:read', load: () => import('./list/customers-screen.tsx') },
    {
      path: '/customers/$id',
      permission: 'customers:read',
      load: () => import('./profile/customer-screen.tsx'),
    },
    { path: '/segments', permission: 'customers:read', load: () => import('./segments/segments-screen.tsx') },
    {
      path: '/segments/new',
      permission: 'customers:write',
      load: () => import('./segments/segment-screen.tsx'),
    },
    {
      path: '/segments/$id',
      permission: 'customers:read',
      load: () => import('./segments/segment-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  finders: [
    {
      label: CUSTOMERS,
      permission: 'customers:read',
      find: async (typed, signal) => {
        const { items } = await callApi('listCustomers', { query: { q: typed, limit: '5' } }, { signal });
        return items.map(({ id, name, email }) => ({
          ...{ id, title: name || (email ?? '–'), detail: name ? (email ?? '') : '' },
          path: `/customers/${id}` as const,
        }));
      },
    },
  ],
};
