import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  action: 'Action',
  appearance: 'Apparence',
  close: 'Fermer',
  find: 'Rechercher ou aller à',
  findHint: 'Commande, produit, client, page…',
  foundNothing: 'Aucun résultat.',
  goTo: (place) => `Aller à ${place}`,
  keys: [
    { keys: ['Ctrl/⌘', 'K'], does: 'Rechercher ou aller à' },
    { keys: ['/'], does: 'Rechercher dans cette liste' },
    { keys: ['j', 'k'], does: 'Ligne suivante et précédente' },
    { keys: ['o'], does: 'Ouvrir la ligne' },
    { keys: ['x'], does: 'Sélectionner la ligne ; avec Maj jusqu’ici' },
    { keys: ['Ctrl/⌘', 'S'], does: 'Enregistrer' },
    { keys: ['?'], does: 'Ces raccourcis' },
  ],
  menu: 'Menu',
  navigation: 'Navigation principale',
  openShop: 'Ouvrir la boutique',
  page: 'Page',
  profile: 'Profil et sécurité',
  schemes: { light: 'Clair', dark: 'Sombre', auto: 'Comme l’appareil' },
  sections: { work: 'Travail', shop: 'Boutique', settings: 'Réglages' },
  shortcuts: 'Raccourcis clavier',
  signOut: 'Se déconnecter',
  skip: 'Aller au contenu',
  work: {
    title: 'Travaux longs',
    empty: 'Rien en cours',
    emptyText:
      'Imports, exports et grands changements montrent ici leur avancement et y déposent leurs fichiers.',
    active: (count) => `${count} en cours`,
    progress: (done, total) => `${done} sur ${total}`,
    stop: 'Arrêter',
    stopping: 'arrêt en cours',
    earlier: 'Afficher les précédents',
    states: {
      waiting: 'en attente',
      running: 'en cours',
      done: 'terminé',
      failed: 'échoué',
      cancelled: 'arrêté',
    },
  },
};
