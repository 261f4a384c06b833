import { Warehouse } from 'lucide-react';
import { callApi } from '../../../platform/cockpit/api/index.ts';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'stock:read';
const WRITE = 'stock:write';

export const desk: Desk = {
  name: 'inventory',
  section: 'work',
  rank: 40,
  icon: Warehouse,
  navigation: [
    {
      ...{ path: '/stock', permission: READ, key: 's', words: 'inventory levels on hand available' },
      label: { en: 'Stock', de: 'Bestand', fr: 'Stock', es: 'Existencias' },
    },
    {
      ...{ path: '/stock/movements', permission: READ, words: 'history adjustments' },
      label: { en: 'Movements', de: 'Bewegungen', fr: 'Mouvements', es: 'Movimientos' },
    },
    {
      ...{ path: '/transfers', permission: READ, words: 'send receive between places in transit' },
      label: { en: 'Transfers', de: 'Umlagerungen', fr: 'Transferts', es: 'Traslados' },
    },
    {
      ...{ path: '/stocktakes', permission: READ, words: 'stocktake inventory scan barcode' },
      label: { en: 'Counts', de: 'Zählungen', fr: 'Inventaires', es: 'Recuentos' },
    },
    {
      ...{ path: '/stock/rules', permission: READ, words: 'threshold reorder few', group: 'selling' },
      about: {
        en: 'From which quantity on goods count as few',
        de: 'Ab welcher Menge Ware als knapp gilt',
        fr: 'À partir de quelle quantité un article est rare',
        es: 'A partir de qué cantidad quedan pocas existencias',
      },
      label: { en: 'Low stock', de: 'Knapper Bestand', fr: 'Stock faible', es: 'Pocas existencias' },
    },
    {
      ...{ path: '/settings/locations', permission: READ, group: 'selling' },
      words: 'warehouse places allocation pick-up store order routing',
      about: {
        en: 'Places that hold stock, and which serves an order',
        de: 'Orte mit Bestand, und welcher eine Bestellung bedient',
        fr: 'Lieux qui ont du stock, et lequel sert une commande',
        es: 'Lugares con existencias, y cuál sirve un pedido',
      },
      label: { en: 'Locations', de: 'Standorte', fr: 'Emplacements', es: 'Ubicaciones' },
    },
  ],
  screens: [
    { path: '/stock', permission: READ, load: () => import('./levels/levels-screen.tsx') },
    { path: '/stock/movements', permission: READ, load: () => import('./movements/movements-screen.tsx') },
    { path: '/stock/rules', permission: READ, load: () => import('./rules/rules-screen.tsx') },
    { path: '/settings/locations', permission: READ, load: () => import('./locations/locations-screen.tsx') },
    { path: '/transfers', permission: READ, load: () => import('./transfers/transfers-screen.tsx') },
    { path: '/transfers/new', permission: WRITE, load: () => import('./transfers/new-transfer-screen.tsx') },
    { path: '/transfers/$id', permission: READ, load: () => import('./transfers/transfer-screen.tsx') },
    { path: '/stocktakes', permission: READ, load: () => import('./stocktakes/stocktakes-screen.tsx') },
    { path: '/stocktakes/$id', permission: READ, load: () => import('./stocktakes/stocktake-screen.tsx') },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    {
      ...{ path: '/transfers/new', permission: WRITE, words: 'move between places' },
      label: {
        ...{ en: 'Plan a transfer', de: 'Umlagerung planen' },
        ...{ fr: 'Préparer un transfert', es: 'Preparar un traslado' },
      },
    },
    {
      ...{ path: '/stocktakes?new=true', permission: WRITE, words: 'stocktake inventory' },
      label: {
        ...{ en: 'Begin a count', de: 'Zählung beginnen' },
        ...{ fr: 'Commencer un inventaire', es: 'Empezar un recuento' },
      },
    },
  ],
  finders: [
    {
      ...{ label: { en: 'Stock', de: 'Bestand', fr: 'Stock', es: 'Existencias' }, permission: READ },
      find: async (typed, signal) => {
        const { items } = await callApi('listStockLevels', { query: { q: typed, limit: '6' } }, { signal });
        return items.map(({ item, locationId, available }) => ({
          id: `${item.variantId} ${locationId}`,
          title: item.options === '' ? item.title : `${item.title} · ${item.options}`,
          detail: [item.sku, String(available)].filter(Boolean).join(' · '),
          path: `/stock?q=${encodeURIComponent(item.sku ?? item.title)}`,
        }));
      },
    },
  ],
};
