import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const fr: Translated<typeof en> = {
  title: 'Ouvrir la boutique',
  about:
    'D’une boutique vide à la première vente. Chaque étape prend une minute ou deux ; les clients ne voient rien que vous n’ayez mis vous-même.',
  canSell: 'La boutique peut recevoir des commandes.',
  cannotSell: 'Encore quelques étapes, et la boutique pourra recevoir des commandes.',
  progress: (done: number, all: number) => `${done} sur ${all}`,
  done: 'Fait',
  open: 'À faire',
  look: 'Voir',
  steps: {
    shop: {
      title: 'Décrire la boutique',
      text: 'Son nom, son siège et comment la joindre : cela figure en bas de page, dans les e-mails et sur les factures.',
      act: 'Décrire',
    },
    products: {
      title: 'Mettre des produits en rayon',
      text: 'Un fichier de Shopify, WooCommerce, Magento, BigCommerce ou un tableur : les colonnes sont reconnues, et rien ne change avant que vous l’ayez vu.',
      act: 'Importer un fichier',
    },
    delivery: {
      title: 'Dire où vous livrez',
      text: 'Une zone, un mode de livraison et son prix ; ce que voit le client s’essaie aussitôt.',
      act: 'Régler la livraison',
    },
    taxes: {
      title: 'Dire quelle taxe est due',
      text: 'Où vous êtes immatriculé ; les taux de l’Union européenne sont prêts à être repris.',
      act: 'Régler les taxes',
    },
    payments: {
      title: 'Choisir les moyens de paiement',
      text: 'Par carte et portefeuille avec Stripe, PayPal ou Worldpay, par virement, ou en espèces à la livraison.',
      act: 'Régler le paiement',
    },
    address: {
      title: 'Donner une adresse à la boutique',
      text: 'Le domaine où les clients la trouvent ; les liens des e-mails y mènent.',
      act: 'Régler le domaine',
    },
    order: {
      title: 'Acheter vous-même quelque chose',
      text: 'Passez par la caisse comme un client, et voyez la commande arriver dans Aujourd’hui.',
      act: 'Aller à la boutique',
    },
  },
};
