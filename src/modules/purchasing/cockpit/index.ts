import { PackageOpen } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'purchasing:read';
const WRITE = 'purchasing:write';

export const desk: Desk = {
  name: 'purchasing',
  section: 'work',
  rank: 45,
  icon: PackageOpen,
  navigation: [
    {
      ...{ path: '/purchasing', permission: READ, key: 'b', words: 'buy purchase orders reorder deliveries' },
      label: { en: 'Purchasing', de: 'Einkauf', fr: 'Achats', es: 'Compras' },
    },
    {
      ...{ path: '/purchasing/payables', permission: READ, words: 'pay invoices due payables freight duty' },
      label: { en: 'To pay', de: 'Zu zahlen', fr: 'À payer', es: 'Por pagar' },
    },
    {
      ...{
        path: '/purchasing/expiring',
        permission: 'stock:read',
        words: 'expiry lots best before shelf life',
      },
      label: { en: 'Expiring', de: 'Haltbarkeit', fr: 'Péremption', es: 'Caducidad' },
    },
    {
      ...{ path: '/purchasing/suppliers', permission: READ, words: 'vendors price lists lead time' },
      label: { en: 'Suppliers', de: 'Lieferanten', fr: 'Fournisseurs', es: 'Proveedores' },
    },
  ],
  screens: [
    {
      ...{ path: '/purchasing/payables', permission: READ },
      load: () => import('./payables/payables-screen.tsx'),
    },
    { path: '/purchasing', permission: READ, load: () => import('./orders/orders-screen.tsx') },
    { path: '/purchasing/$id', permission: READ, load: () => import('./order/order-screen.tsx') },
    { path: '/purchasing/receive/$id', permission: READ, load: () => import('./receive/receive-screen.tsx') },
    {
      ...{ path: '/purchasing/expiring', permission: 'stock:read' },
      load: () => import('./expiry/expiry-screen.tsx'),
    },
    {
      path: '/purchasing/suppliers',
      permission: READ,
      load: () => import('./suppliers/suppliers-screen.tsx'),
    },
    {
      ...{ path: '/purchasing/suppliers/$id', permission: READ },
      load: () => import('./suppliers/supplier-screen.tsx'),
    },
  ],
  messages: {
    en: async () => (await import('./messages/en.ts')).en,
    de: async () => (await import('./messages/de.ts')).de,
    fr: async () => (await import('./messages/fr.ts')).fr,
    es: async () => (await import('./messages/es.ts')).es,
  },
  actions: [
    {
      ...{ path: '/purchasing?new=true', permission: WRITE, words: 'buy reorder supplier' },
      label: {
        ...{ en: 'Write a purchase order', de: 'Einkaufsbestellung schreiben' },
        ...{ fr: 'Rédiger un bon de commande', es: 'Escribir un pedido de compra' },
      },
    },
  ],
};
