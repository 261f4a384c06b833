import { CreditCard } from 'lucide-react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';

const READ = 'payments:read';
const WRITE = 'payments:write';
const account = () => import('./account/account-screen.tsx');

export const desk: Desk = {
  name: 'payments',
  section: 'settings',
  group: 'selling',
  rank: 20,
  icon: CreditCard,
  navigation: [
    {
      ...{ path: '/settings/payments', permission: READ },
      words: 'stripe paypal worldpay bank transfer cash card provider pci webhook checkout method',
      label: { en: 'Payments', de: 'Zahlungen', fr: 'Paiements', es: 'Pagos' },
      about: {
        en: 'Providers, ways to pay, and what the shop attests about cards',
        de: 'Anbieter, Zahlungsarten und was der Shop über Karten erklärt',
        fr: 'Prestataires, moyens de paiement et attestations sur les cartes',
        es: 'Proveedores, formas de pago y lo que se declara sobre tarjetas',
      },
    },
  ],
  screens: [
    { path: '/settings/payments', permission: READ, load: () => import('./payments-screen.tsx') },
    { path: '/settings/payments/stripe', permission: READ, load: account },
    { path: '/settings/payments/paypal', permission: READ, load: account },
    { path: '/settings/payments/worldpay', permission: READ, load: account },
    { path: '/settings/payments/bank-transfer', permission: READ, load: account },
    {
      ...{ path: '/settings/payments/methods/new', permission: WRITE },
      load: () => import('./methods/new-method-screen.tsx'),
    },
    {
      ...{ path: '/settings/payments/methods/$id', permission: READ },
      load: () => import('./methods/method-screen.tsx'),
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
      ...{ path: '/settings/payments/methods/new', permission: WRITE, words: 'stripe paypal card' },
      label: {
        ...{ en: 'Offer another way to pay', de: 'Zahlungsart hinzufügen' },
        ...{ fr: 'Ajouter un moyen de paiement', es: 'Añadir una forma de pago' },
      },
    },
  ],
};
