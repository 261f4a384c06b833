/** What numbers of payments are, in French, by what the definition says. */
export const payments: Readonly<Record<string, string>> = {
  'Attempts to pay; an order may have several.':
    'Tentatives de paiement ; une commande peut en avoir plusieurs.',
  'Attempts that the bank or provider agreed to.': 'Tentatives acceptées par la banque ou le prestataire.',
  'Attempts that the bank or provider refused.': 'Tentatives refusées par la banque ou le prestataire.',
  'Attempts that failed at the provider, whatever the bank would have said.':
    'Tentatives échouées chez le prestataire, quoi que la banque aurait dit.',
  'Attempts that the shopper did not finish, or that nobody has decided yet.':
    'Tentatives que l’acheteur n’a pas terminées, ou sur lesquelles personne n’a encore décidé.',
  'Agreed ÷ (agreed + declined + failed). Without those that were abandoned.':
    'Acceptées ÷ (acceptées + refusées + échouées). Sans celles abandonnées.',
  'The lower end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Borne basse de son intervalle : là où il se trouve dans 95 cas sur 100 (Wilson).',
  'The upper end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Borne haute de son intervalle : là où il se trouve dans 95 cas sur 100 (Wilson).',
  'Attempts to pay that came to nothing.': 'Tentatives de paiement restées sans suite.',
  'Those whose order was paid by another attempt.':
    'Celles dont la commande a été payée par une autre tentative.',
  'What was to be paid by them.': 'Ce qu’elles devaient payer.',
  'How often money was taken.': 'Combien de fois l’argent a été encaissé.',
  'What was taken.': 'Ce qui a été encaissé.',
  'What the provider kept of it.': 'Ce que le prestataire en a gardé.',
  'Fees ÷ what was taken.': 'Frais ÷ montant encaissé.',
  'Disputes that were opened.': 'Litiges ouverts.',
  'Disputes opened ÷ how often money was taken.': 'Litiges ouverts ÷ nombre d’encaissements.',
  'What was taken back by those that were opened.': 'Ce que les litiges ouverts ont repris.',
  'Disputes decided for the shop.': 'Litiges tranchés en faveur de la boutique.',
  'Disputes decided against it.': 'Litiges tranchés contre elle.',
  'Won ÷ (won + lost).': 'Gagnés ÷ (gagnés + perdus).',
  'What was lost for good.': 'Ce qui est définitivement perdu.',
};
