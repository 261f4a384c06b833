/** Files against a dispute: what is attached, and what was sent. */
export const evidence = {
  attach: 'Attach',
  takes: (provider: string, types: string, each: string, all: string, count: string) =>
    `${provider} takes ${types}: up to ${each} a file, ${all} in all, at most ${count} files.`,
  onePerKind: 'One file of each kind, and one more.',
  takesNone: (provider: string) =>
    `${provider} takes no files with an answer: say in words what they would show.`,
  providers: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'The test provider' },
    ...{ bank_transfer: 'Bank transfer', cash_on_delivery: 'Cash on delivery' },
  },
  documents: { invoice: 'Invoice', packing_slip: 'Packing slips' },
  drop: 'Choose files, or drop them here',
  dropHint: 'A signature of the carrier, messages, a photo of the parcel …',
  uploading: (name: string) => `Taking in ${name}`,
  kindOf: (name: string) => `What ${name} shows`,
  remove: (name: string) => `Remove ${name}`,
  kinds: {
    receipt: 'Invoice or receipt',
    shipping_documentation: 'Proof of shipping',
    customer_communication: 'Messages with the shopper',
    customer_signature: 'Signature of the shopper',
    refund_policy: 'Terms of refunds',
    service_documentation: 'Proof of a service',
    other: 'Something else',
  },
  size: 'Size of what is attached',
  used: (used: string, all: string) => `${used} of ${all}`,
  wrongType: (name: string, types: string) => `“${name}” is not of a type that is taken: ${types}.`,
  tooLarge: (name: string, most: string) => `“${name}” is larger than ${most}.`,
  problems: {
    too_large: 'This is more than the provider takes in all. Take something off.',
    too_many: 'These are more files than the provider takes. Take one off.',
    too_many_of_a_kind:
      'Only one kind may have a second file, and only without “Something else”. Take one off.',
  },
  elsewhere: (provider: string) =>
    `${provider} takes evidence on its own pages alone. Sign in there, open the dispute by its number, and hand in what is here before the deadline.`,
  reference: 'Number of the dispute',
  customer: 'Shopper',
  close: 'Close',
  show: 'What was sent',
  sentBy: (who: string, when: string) => `Sent by ${who}, ${when}`,
  files: 'Files',
  noFiles: 'No files were sent with it.',
  erased: (when: string) => `Its texts and files were erased on ${when}.`,
  notKept: 'What was sent then was not kept.',
};
