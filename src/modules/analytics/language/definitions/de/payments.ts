/** What numbers of payments are, in German, by what the definition says. */
export const payments: Readonly<Record<string, string>> = {
  'Attempts to pay; an order may have several.': 'Zahlungsversuche; eine Bestellung kann mehrere haben.',
  'Attempts that the bank or provider agreed to.': 'Versuche, denen Bank oder Anbieter zustimmten.',
  'Attempts that the bank or provider refused.': 'Versuche, die Bank oder Anbieter ablehnten.',
  'Attempts that failed at the provider, whatever the bank would have said.':
    'Versuche, die beim Anbieter fehlschlugen, was auch immer die Bank gesagt hätte.',
  'Attempts that the shopper did not finish, or that nobody has decided yet.':
    'Versuche, die der Käufer nicht beendete, oder über die noch niemand entschieden hat.',
  'Agreed ÷ (agreed + declined + failed). Without those that were abandoned.':
    'Zugesagt ÷ (zugesagt + abgelehnt + fehlgeschlagen). Ohne abgebrochene.',
  'The lower end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Unteres Ende des Intervalls: wo es in 95 von 100 solchen Fällen liegt (Wilson).',
  'The upper end of its interval: where it lies in 95 of 100 such cases (Wilson).':
    'Oberes Ende des Intervalls: wo es in 95 von 100 solchen Fällen liegt (Wilson).',
  'Attempts to pay that came to nothing.': 'Zahlungsversuche, aus denen nichts wurde.',
  'Those whose order was paid by another attempt.':
    'Die, deren Bestellung mit einem anderen Versuch bezahlt wurde.',
  'What was to be paid by them.': 'Was mit ihnen zu bezahlen war.',
  'How often money was taken.': 'Wie oft Geld eingezogen wurde.',
  'What was taken.': 'Was eingezogen wurde.',
  'What the provider kept of it.': 'Was der Anbieter davon einbehielt.',
  'Fees ÷ what was taken.': 'Gebühren ÷ Eingezogenes.',
  'Disputes that were opened.': 'Eröffnete Anfechtungen.',
  'Disputes opened ÷ how often money was taken.': 'Eröffnete Anfechtungen ÷ wie oft Geld eingezogen wurde.',
  'What was taken back by those that were opened.': 'Was durch die eröffneten zurückgeholt wurde.',
  'Disputes decided for the shop.': 'Zugunsten des Shops entschiedene Anfechtungen.',
  'Disputes decided against it.': 'Gegen den Shop entschiedene Anfechtungen.',
  'Won ÷ (won + lost).': 'Gewonnen ÷ (gewonnen + verloren).',
  'What was lost for good.': 'Was endgültig verloren ist.',
};
