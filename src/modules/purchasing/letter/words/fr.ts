import type { LetterWords } from '../letter-words.ts';

export const fr: LetterWords = {
  purchaseOrder: 'Bon de commande',
  supplier: 'Fournisseur',
  deliverTo: 'Adresse de livraison',
  orderedOn: 'Commandé le',
  deliverBy: 'Livraison avant le',
  incoterm: 'Conditions de livraison',
  payment: 'Paiement',
  paymentDays: '{days} jours après la facture',
  item: 'Article',
  yourNumber: 'Votre référence',
  ourNumber: 'notre référence {sku}',
  quantity: 'Quantité',
  price: 'Prix',
  per: 'les {count}',
  amount: 'Montant',
  total: 'Total hors taxes',
  note: 'Remarque',
  quoteNumber: 'Merci d’indiquer {number} sur le bon de livraison et la facture.',
  subject: 'Bon de commande {number} de {shop}',
  title: 'Bon de commande {number}',
  text: 'Vous trouverez notre commande en pièce jointe. Elle devrait nous parvenir avant le {day}.',
  pleaseConfirm:
    'Merci de confirmer les quantités, les prix et la date de livraison en répondant à ce message.',
  soonerSubject: 'La commande {number} peut-elle arriver plus tôt ?',
  soonerTitle: '{number} peut-elle arriver plus tôt ?',
  soonerText:
    'Nous avons besoin de la marchandise de notre commande {number} avant le {day}. Merci de nous dire si c’est possible, même en partie.',
};
