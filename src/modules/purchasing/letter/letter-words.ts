/** What stands on a purchase order and in the mails about it. `{number}`, `{shop}` and `{day}` are filled in. */
export type LetterWords = {
  readonly purchaseOrder: string;
  readonly supplier: string;
  readonly deliverTo: string;
  readonly orderedOn: string;
  readonly deliverBy: string;
  readonly incoterm: string;
  readonly payment: string;
  readonly paymentDays: string;
  readonly item: string;
  readonly yourNumber: string;
  readonly ourNumber: string;
  readonly quantity: string;
  readonly price: string;
  readonly per: string;
  readonly amount: string;
  readonly total: string;
  readonly note: string;
  readonly quoteNumber: string;
  readonly subject: string;
  readonly title: string;
  readonly text: string;
  readonly pleaseConfirm: string;
  readonly soonerSubject: string;
  readonly soonerTitle: string;
  readonly soonerText: string;
};
