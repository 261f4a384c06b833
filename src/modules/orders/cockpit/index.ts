import { ShoppingBag } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';
import { moneyOf } from '../../../platform/cockpit/text/index.ts';

export { desk as today } from './today/desk.ts';

const ORDERS = { en: 'Orders', de: 'Bestellungen', fr: 'Commandes', es: 'Pedidos' };
const DRAFTS = { en: 'Drafts', de: 'Entwürfe', fr: 'Brouillons', es: 'Borradores' };
const RETURNS = { en: 'Returns', de: 'Rücksendungen', fr: 'Retours', es: 'Devoluciones' };
const WITHDRAWALS = { en: 'Withdrawals', de: 'Widerrufe', fr: 'Rétractations', es: 'Desistimientos' };
const DISPUTES = { en: 'Disputes', de: 'Rückbuchungen', fr: 'Litiges', es: 'Disputas' };
const NEW_DRAFT = {
  ...{ en: 'New draft order', de: 'Neuer Bestellentwurf', fr: 'Nouveau brouillon de commande' },
  es: 'Nuevo borrador de pedido',
};

export const desk: Desk = {
  name: 'orders',
  section: 'work',
  rank: 20,
  icon: ShoppingBag,
  navigation: [
    { path: '/orders', label: ORDERS, permission: 'orders:read', key: 'o', words: 'sales purchases' },
    { path: '/drafts', label: DRAFTS, permission: 'orders:read', words: 'phone pay link' },
    { path: '/returns', label: RETURNS, permission: 'orders:read', words: 'rma exchange' },
    { path: '/withdrawals', label: WITHDRAWALS, permission: 'orders:read', words: 'revocation' },
    { path: '/disputes', label: DISPUTES, permission: 'payments:read', words: 'chargeback' },
  ],
  screens: [
    { path: '/orders', permission: 'orders:read', load: () => import('./list/orders-screen.tsx') },
    { path: '/orders/$id', permission: 'orders:read', load: () => import('./page/order-screen.tsx') },
    { path: '/drafts', permission: 'orders:read', load: () => import('./draft/drafts-screen.tsx') },
    { path: '/drafts/new', permission: 'orders:write', load: () => import('./draft/new-draft-screen.tsx') },
    { path: '/returns', permission: 'orders:read', load: () => import('./queues/returns-screen.tsx') },
    {
      path: '/withdrawals',
      permission: 'orders:read',
      load: () => import('./queues/withdrawals-screen.tsx'),
    },
    { path: '/disputes', permission: 'payments:read', load: () => import('./queues/disputes-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    { label: NEW_DRAFT, permission: 'orders:write', path: '/drafts/new', words: 'phone order pay link' },
  ],
  finders: [
    {
      label: ORDERS,
      permission: 'orders:read',
      find: async (typed, signal) => {
        const { items } = await callApi('listOrders', { query: { q: typed, limit: '5' } }, { signal });
        return items.map(({ id, number, customerName, total }) => ({
          ...{ id, title: `#${number}`, detail: `${customerName} · ${moneyOf(total)}` },
          path: `/orders/${id}` as const,
        }));
      },
    },
  ],
};
