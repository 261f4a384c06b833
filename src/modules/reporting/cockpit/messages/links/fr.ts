import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { links as en } from './en.ts';

export const links: Translated<typeof en> = {
  title: 'Liens partagés',
  about:
    'Des pages de chiffres pour qui n’a pas de compte : en lecture seule, jusqu’à ce que vous les retiriez.',
  empty: 'Rien n’est encore partagé',
  emptyText:
    'Pour une banque, un partenaire ou un fournisseur : une adresse, des chiffres à jour, sans connexion.',
  create: 'Partager des chiffres',
  name: 'Titre',
  nameHint: 'Pour la banque',
  shows: 'Montre',
  showsSchedule: (name) => `les parties de « ${name} »`,
  ownQuery: 'une requête',
  parts: (count) => (count === 1 ? 'sa propre requête' : `${count} parties propres`),
  days: 'Valable',
  forDays: (count) => `${count} jours`,
  until: (day) => `jusqu’au ${day}`,
  warning:
    'Qui a l’adresse voit ces chiffres et rien d’autre : ni commandes, ni clients. Les coûts seulement si vous pouvez les voir.',
  address: 'Adresse',
  once: 'Copiez-la maintenant : elle n’est gardée nulle part et ne sera plus montrée.',
  kept: 'Je l’ai gardée',
  neverOpened: 'pas encore ouvert',
  opened: (count, day) => `ouvert ${count} fois, la dernière le ${day}`,
  states: { live: 'valable', revoked: 'retiré', expired: 'trop ancien' },
  revoke: 'Retirer',
  revokeTitle: (title) => `Retirer « ${title} » ?`,
  revokeText: 'Qui l’ouvre désormais ne voit rien. C’est définitif.',
  revoked: 'Retiré',
};
