import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { address as en } from './en.ts';

export const address: Translated<typeof en> = {
  title: 'Livrer à une autre adresse',
  again: 'Autre adresse',
  look: 'Voir ce que cela change',
  from: 'Maintenant',
  to: 'Ensuite',
  delivery: 'Livraison',
  tax: 'Taxes',
  total: 'Total',
  difference: 'Différence',
  deliveries: 'Livrée par',
  same: 'Rien ne change au montant.',
  due: (amount: string) => `${amount} de plus sont dus. La commande n’est pas encore payée.`,
  dueLess: (amount: string) => `${amount} de moins sont dus.`,
  back: (amount: string) =>
    `${amount} sont rendus comme ils ont été payés, avec une facture d’avoir et une nouvelle facture.`,
  more: (amount: string) =>
    `${amount} de plus que ce qui a été payé. Le client reçoit un e-mail avec les deux adresses et un lien : il y paie la différence ou garde l’adresse. La commande reste telle quelle jusque-là.`,
  change: 'Changer l’adresse',
  changed: 'L’adresse est changée',
  send: 'Envoyer un lien au client',
  sent: 'Le client a reçu le lien par e-mail',
  open: 'Durée de validité du lien',
  days: (count: number) => `${count} jours`,
  proposed: 'Adresse proposée',
  states: {
    proposed: 'en attente du client',
    applied: 'acceptée et payée',
    declined: 'refusée',
    expired: 'expirée',
    withdrawn: 'retirée',
  },
  until: (when: string) => `Le lien est valable jusqu’au ${when}.`,
  toPay: (amount: string, total: string) =>
    `Le client paie ${amount} de plus ; la commande s’élève alors à ${total}.`,
  withdraw: 'Retirer',
  withdrawTitle: 'Retirer l’adresse proposée ?',
  withdrawText:
    'Le lien ne fonctionne plus et le client apprend par e-mail que l’adresse reste. Ce qui est payé malgré tout est rendu.',
  withdrawn: 'Retirée',
  ended: (when: string) => `Terminée ${when}`,
  stuck: (amount: string) => `${amount} n’ont pas été rendus`,
  stuckText: (why: string, times: number, when: string) =>
    `Le prestataire a dit : « ${why} » (demandé ${times} fois). La demande repart d’elle-même ${when}.`,
  askAgain: 'Redemander maintenant',
  givenBack: 'C’est rendu',
  refusedAgain: (why: string) => `Le prestataire a encore refusé : ${why}`,
  fields: {
    name: 'Nom',
    company: 'Société',
    line1: 'Rue et numéro',
    line2: 'Complément',
    postalCode: 'Code postal',
    city: 'Ville',
    region: 'Région',
    phone: 'Téléphone',
    country: 'Pays',
  },
};
