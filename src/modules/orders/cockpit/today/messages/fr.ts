import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { queues } from '../../messages/queues/fr.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Aujourd’hui',
  sales: 'Ventes du jour',
  orders: (count: string) => `${count} commandes`,
  against: (amount: string, orders: string) =>
    `Même jour la semaine dernière jusqu’à cette heure : ${amount} pour ${orders} commandes`,
  why: 'Comment c’est compté',
  whyText:
    'Commandes passées depuis minuit dans le fuseau de la boutique, payées ou promises et non annulées ; taxes comprises, sans ce que les modifications ont retiré. Comparées au même jour de la semaine précédente jusqu’à la même heure.',
  hour: (hour: string) => `${hour} h`,
  now: 'Aujourd’hui',
  before: 'Il y a une semaine',
  none: 'Rien ne vous attend',
  noneText:
    'Commandes à expédier, retours, remboursements et tout ce qui demande une main apparaissent ici d’eux-mêmes.',
  since: (when: string) => `le plus ancien ${when}`,
  until: (when: string) => `la première échéance ${when}`,
  all: 'Tout afficher',
  retry: 'Réessayer',
  ship: 'Expédier',
  setup: 'Ouvrez votre boutique',
  setupDone: (done: string, all: string) => `${done} étapes sur ${all}`,
  setupGo: 'Continuer',
  parts: {
    to_ship: 'Commandes à expédier',
    declined: 'Paiements refusés',
    refunds: 'Remboursements à terminer',
    returns_asked: 'Retours à décider',
    returns_coming: 'Retours à recevoir',
    exchanges: 'Échanges en cours',
    withdrawals: 'Rétractations à traiter',
    mentions: 'Notes pour vous',
    decisions: 'Décisions qui rapportent le plus',
    disputes: 'Litiges à traiter',
    refunds_to_send: 'Remboursements à envoyer',
    low_stock: 'Stock faible',
    imports: 'Imports avec erreurs',
    dead_letters: 'Travaux abandonnés',
    pages: 'Pages de paiement modifiées',
  },
  errors: (count: string) => `${count} lignes en erreur`,
  disputeReasons: queues.disputes.reasons,
};
