import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { evidence as en } from './en.ts';

export const evidence: Translated<typeof en> = {
  attach: 'Joindre',
  takes: (provider, types, each, all, count) =>
    `${provider} accepte ${types} : jusqu’à ${each} par fichier, ${all} en tout, ${count} fichiers au plus.`,
  onePerKind: 'Un fichier de chaque sorte, et un de plus.',
  takesNone: (provider) =>
    `${provider} n’accepte aucun fichier avec une réponse : dites avec des mots ce qu’ils montreraient.`,
  providers: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'Le prestataire de test' },
    ...{ bank_transfer: 'Virement', cash_on_delivery: 'Contre remboursement' },
  },
  documents: { invoice: 'Facture', packing_slip: 'Bons de livraison' },
  drop: 'Choisissez des fichiers ou déposez-les ici',
  dropHint: 'Une signature chez le transporteur, des messages, une photo du colis…',
  uploading: (name) => `Réception de ${name}`,
  kindOf: (name) => `Ce que montre ${name}`,
  remove: (name) => `Retirer ${name}`,
  kinds: {
    receipt: 'Facture ou reçu',
    shipping_documentation: 'Preuve d’expédition',
    customer_communication: 'Messages avec le client',
    customer_signature: 'Signature du client',
    refund_policy: 'Conditions de remboursement',
    service_documentation: 'Preuve d’un service',
    other: 'Autre chose',
  },
  size: 'Taille des pièces jointes',
  used: (used, all) => `${used} sur ${all}`,
  wrongType: (name, types) => `« ${name} » n’est pas un fichier ${types}.`,
  tooLarge: (name, most) => `« ${name} » dépasse ${most}.`,
  problems: {
    too_large: 'C’est plus que ce que le prestataire accepte en tout. Retirez quelque chose.',
    too_many: 'Il y a plus de fichiers que le prestataire n’en accepte. Retirez-en un.',
    too_many_of_a_kind:
      'Une seule sorte peut avoir un deuxième fichier, et seulement sans « Autre chose ». Retirez-en un.',
  },
  elsewhere: (provider) =>
    `${provider} n’accepte les preuves que sur ses propres pages. Connectez-vous-y, ouvrez le litige par son numéro et remettez ce qui se trouve ici avant l’échéance.`,
  reference: 'Numéro du litige',
  customer: 'Client',
  close: 'Fermer',
  show: 'Ce qui a été envoyé',
  sentBy: (who, when) => `Envoyé par ${who}, ${when}`,
  files: 'Fichiers',
  noFiles: 'Aucun fichier n’a été envoyé avec.',
  erased: (when) => `Ses textes et fichiers ont été effacés le ${when}.`,
  notKept: 'Ce qui a été envoyé alors n’a pas été conservé.',
};
