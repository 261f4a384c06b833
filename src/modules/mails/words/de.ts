import type { MailWords } from './en.ts';

/** Dasselbe auf Deutsch. */
export const german: MailWords = {
  hello: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  viewOrder: 'Bestellung ansehen',
  reply: 'Fragen? Antworten Sie einfach auf diese E-Mail.',
  orderNumber: (number) => `Bestellung ${number}`,

  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  delivery: 'Versand',
  free: 'kostenlos',
  tax: 'Steuer',
  taxIncluded: 'Darin enthaltene Steuer',
  credit: 'Geschenkkarten und Guthaben',
  exchanged: 'Was Sie zurückschicken',
  total: 'Gesamtbetrag',

  deliveryTo: 'Lieferadresse',
  deliveryBy: 'Versandart',
  billingTo: 'Rechnungsadresse',
  note: 'Ihre Anmerkung',
  giftMessage: 'Grußtext',

  confirmation: {
    subject: (number) => `Bestellung ${number}: vielen Dank`,
    title: 'Vielen Dank für Ihre Bestellung',
    received:
      'Ihre Bestellung und Ihre Zahlung sind bei uns. Wir bereiten alles vor und schreiben Ihnen, sobald sie unterwegs ist.',
    arranged:
      'Ihre Bestellung ist bei uns. Wir bereiten sie vor und schreiben Ihnen, sobald sie unterwegs ist.',
    downloads: 'Was Sie herunterladen können, finden Sie auf der Seite Ihrer Bestellung.',
    awaited: 'Ihre Bestellung ist bei uns. Wir bereiten sie vor, sobald die Zahlung eingegangen ist.',
    terms: (version) => `Sie haben unsere AGB in der Fassung ${version} akzeptiert.`,
    termsNone: 'Für diesen Kauf gilt das Gesetz; darüber hinausgehende AGB gibt es nicht.',
    withdrawal:
      'Widerrufsrecht: Als Verbraucher können Sie diesen Vertrag binnen 14 Tagen ohne Angabe von Gründen widerrufen. Die Frist ' +
      'beträgt 14 Tage ab dem Tag, an dem Sie oder ein von Ihnen benannter Dritter, der nicht der Beförderer ist, die letzte ' +
      'Ware in Besitz genommen haben. Es genügt, dass Sie Ihre Erklärung vor Ablauf der Frist absenden: mit der Funktion unten, ' +
      'per E-Mail oder mit anderen eindeutigen Worten. Sie erhalten dann alle Zahlungen einschließlich der Kosten der ' +
      'Standardlieferung binnen 14 Tagen ab Eingang Ihrer Erklärung zurück, auf demselben Weg, auf dem Sie bezahlt haben; wir ' +
      'können warten, bis die Ware wieder bei uns ist oder Sie nachweisen, dass Sie sie abgesandt haben. Senden Sie die ' +
      'Ware binnen 14 Tagen ab Ihrer Erklärung zurück. Ausgenommen sind nach Ihren Vorgaben angefertigte Waren und ' +
      'versiegelte Waren, die nach dem Öffnen aus Gründen der Hygiene nicht zurückgegeben werden können.',
    withdrawalLink: 'Vertrag hier widerrufen',
  },
  paymentFailed: {
    subject: (number) => `Bestellung ${number}: Ihre Zahlung hat nicht geklappt`,
    title: 'Ihre Zahlung hat nicht geklappt',
    body: (total) =>
      `Es wurde nichts abgebucht. Für Ihre Bestellung sind noch ${total} offen; wir halten die Ware noch kurz für Sie zurück.`,
    action: 'Noch einmal versuchen',
  },
  paymentAsked: {
    subject: (number) => `Bestellung ${number} kann bezahlt werden`,
    title: 'Ihre Bestellung kann bezahlt werden',
    body: (due) =>
      `Wir haben zusammengestellt, worum Sie gebeten haben. Offen sind noch ${due}; wir senden die Ware, sobald sie bezahlt ist.`,
    action: 'Ansehen und bezahlen',
    until: (moment) =>
      `Wir halten die Ware bis ${moment} für Sie zurück. Wenn Sie nicht bezahlen, ist nichts gekauft.`,
  },
  addressChangeAsked: {
    subject: (number) => `Bestellung ${number}: eine andere Adresse`,
    title: 'Ihre Bestellung an eine andere Adresse',
    body: (due) =>
      `Wir können Ihre Bestellung an die andere Adresse senden. Dort kostet sie ${due} mehr. Nichts ändert sich, bevor Sie das bezahlt haben.`,
    now: 'Sie geht an',
    there: 'Sie ginge an',
    oldTotal: 'Ihre Bestellung bisher',
    newTotal: 'Ihre Bestellung an die neue Adresse',
    due: 'Noch zu bezahlen',
    action: 'Ansehen und entscheiden',
    until: (moment) => `Sie können bis ${moment} wählen. Ohne Antwort bleibt die Adresse, wie sie ist.`,
  },
  addressChangeEnded: {
    subject: (number) => `Bestellung ${number}: die Adresse bleibt, wie sie war`,
    title: 'Die Adresse bleibt, wie sie war',
    body: 'Ihre Bestellung geht nicht an die andere Adresse, von der wir Ihnen geschrieben haben.',
    paidBack: (due) => `Die ${due}, die Sie dafür bezahlt haben, gehen auf demselben Weg zurück.`,
    now: 'Sie geht an',
  },
  instructions: {
    subject: (number) => `Bestellung ${number}: so bezahlen Sie`,
    title: 'So bezahlen Sie',
    body: (due) =>
      `Bitte überweisen Sie ${due} mit genau diesen Angaben, damit Ihre Zahlung zu Ihrer Bestellung findet.`,
  },
  shipped: {
    subject: (number) => `Bestellung ${number} ist unterwegs`,
    title: 'Ihre Bestellung ist unterwegs',
    all: 'Alles, was Sie bestellt haben, ist in diesem Paket oder schon vorher verschickt worden.',
    part: 'In diesem Paket ist ein Teil Ihrer Bestellung. Wir schreiben Ihnen, sobald der Rest unterwegs ist.',
    carrier: 'Paketdienst',
    tracking: 'Sendungsnummer',
  },
  delivered: {
    subject: (number) => `Bestellung ${number} wurde zugestellt`,
    title: 'Ihr Paket wurde zugestellt',
    body: 'Wir hoffen, es gefällt Ihnen. Wenn etwas nicht stimmt, öffnen Sie Ihre Bestellung: Dort können Sie sie zurückgeben.',
  },
  cancelled: {
    subject: (number) => `Bestellung ${number} wurde storniert`,
    title: 'Ihre Bestellung wurde storniert',
    reasons: {
      shopper: 'Wie gewünscht haben wir Ihre Bestellung storniert.',
      shop: 'Leider mussten wir Ihre Bestellung stornieren.',
      not_paid:
        'Bei uns ist rechtzeitig keine Zahlung eingegangen, deshalb wurde Ihre Bestellung storniert. Bestellen Sie gern noch einmal.',
      out_of_stock:
        'Leider ist nicht mehr auf Lager, was Sie bestellt haben, deshalb wurde Ihre Bestellung storniert.',
    },
    money: 'Falls Sie schon bezahlt haben, erhalten Sie alles auf demselben Weg zurück.',
  },
  edited: {
    subject: (number) => `Bestellung ${number} wurde geändert`,
    title: 'Ihre Bestellung wurde geändert',
    body: 'So sieht Ihre Bestellung jetzt aus. Wenn Sie Geld zurückerhalten, schreiben wir Ihnen dazu.',
  },
  refunded: {
    subject: (number, amount) => `Bestellung ${number}: ${amount} sind auf dem Weg zu Ihnen`,
    title: (amount) => `Sie erhalten ${amount} zurück`,
    body: 'Je nach Bank dauert es einige Tage, bis der Betrag auf Ihrem Konto zu sehen ist.',
    toPayment: 'Auf dem Weg, auf dem Sie bezahlt haben',
    toGiftCard: 'Auf Ihre Geschenkkarte',
    toStoreCredit: 'Auf Ihr Guthaben',
  },
  returnRequested: {
    subject: (number) => `Bestellung ${number}: Ihre Rückgabe ist angemeldet`,
    title: 'Ihre Rückgabe ist angemeldet',
    body: 'Wir sehen sie uns an und schreiben Ihnen bald.',
  },
  returnApproved: {
    subject: (number) => `Bestellung ${number}: Sie können sie zurücksenden`,
    title: 'Sie können die Ware zurücksenden',
    body: 'Bitte verpacken Sie die Ware gut. Was Sie zum Versenden brauchen, finden Sie in Ihrer Bestellung.',
    note: 'Von uns',
  },
  returnRejected: {
    subject: (number) => `Bestellung ${number}: zu Ihrer Rückgabe`,
    title: 'Wir können diese Rückgabe nicht annehmen',
    body: 'Leider können wir diese Ware nicht zurücknehmen. Ihre gesetzlichen Rechte bleiben davon unberührt.',
    note: 'Unsere Begründung',
  },
  returnReceived: {
    subject: (number) => `Bestellung ${number}: Ihre Rücksendung ist angekommen`,
    title: 'Ihre Rücksendung ist angekommen',
    body: 'Wir haben uns angesehen, was Sie geschickt haben, und schreiben Ihnen, sobald Ihr Geld unterwegs ist.',
  },
  withdrawal: {
    subject: (number) => `Eingang Ihres Widerrufs, Bestellung ${number}`,
    title: 'Ihr Widerruf ist bei uns',
    body: 'Hiermit bestätigen wir, dass wir Ihre Widerrufserklärung erhalten haben. Bewahren Sie diese E-Mail als Nachweis auf.',
    order: 'Bestellung',
    from: 'Name',
    email: 'E-Mail',
    statement: 'Ihre Erklärung',
    plainStatement: 'Ich widerrufe den Vertrag über die Waren dieser Bestellung.',
    goods: 'Waren',
    allGoods: 'alles aus dieser Bestellung',
    received: 'Eingegangen',
  },
  draft: {
    subject: (shop) => `Ihre Bestellung bei ${shop} kann bezahlt werden`,
    title: 'Ihre Bestellung kann bezahlt werden',
    body: 'Wir haben diese Bestellung für Sie zusammengestellt. Sehen Sie sie sich an und bezahlen Sie, wenn alles stimmt.',
    until: (when) => `Bezahlen können Sie bis ${when}.`,
    message: 'Von uns',
    action: 'Ansehen und bezahlen',
  },
  code: {
    subject: (code, shop) => `${code} ist Ihr Code für ${shop}`,
    signIn: 'Ihr Anmeldecode',
    changeEmail: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    body: (until) =>
      `Geben Sie diesen Code auf der Seite ein, die danach fragt. Er gilt einmal, bis ${until}.`,
    warning:
      'Niemand aus dem Shop wird Sie je danach fragen. Wenn Sie keinen Code angefordert haben, müssen Sie nichts tun.',
  },
  emailChanged: {
    subject: (shop) => `Ihre E-Mail-Adresse bei ${shop} wurde geändert`,
    title: 'Ihre E-Mail-Adresse wurde geändert',
    body: (email) =>
      `Ihr Konto nutzt jetzt ${email}. Mit dieser Adresse hier lässt es sich nicht mehr öffnen.`,
    warning: 'Wenn Sie das nicht waren, schreiben Sie uns bitte sofort.',
  },
  cart: {
    subject: (shop) => `Ihr Warenkorb bei ${shop} ist noch da`,
    title: 'Ihr Warenkorb ist noch da',
    body: 'Sie haben etwas ausgesucht und nicht bestellt. Es liegt noch im Warenkorb; reserviert ist es nicht.',
    action: 'Zurück zum Warenkorb',
    why: 'Sie erhalten diese E-Mail, weil Sie zugestimmt haben, von uns zu hören.',
    unsubscribe: 'Nicht mehr erinnern',
  },
  giftCard: {
    subject: (amount, shop) => `Eine Geschenkkarte über ${amount} für ${shop}`,
    title: (amount) => `Eine Geschenkkarte über ${amount}`,
    from: (name) => `${name} macht Ihnen ein Geschenk.`,
    body: 'Geben Sie Code und PIN an der Kasse ein. Was Sie nicht ausgeben, bleibt auf der Geschenkkarte.',
    message: 'Nachricht',
    code: 'Code',
    pin: 'PIN',
    warning: 'Behandeln Sie Code und PIN wie Bargeld: Wer beides hat, kann damit bezahlen.',
    action: 'Etwas aussuchen',
  },
  pagesChanged: {
    subject: (count, shop) =>
      count === 1
        ? `${shop}: Bitte sehen Sie Ihre Zahlungsseite an`
        : `${shop}: Bitte sehen Sie Ihre Zahlungsseiten an (${count} Funde)`,
    title: 'Bitte sehen Sie Ihre Zahlungsseiten an',
    body: 'Der Shop sieht sich seine Zahlungsseiten an wie ein Kunde. Dies hier ist nicht, wie es freigegeben wurde.',
    changes: {
      added: 'Hinzugekommen',
      changed: 'Geändert',
      removed: 'Verschwunden',
      unapproved: 'Diese Seiten hat noch niemand freigegeben',
      not_seen: 'Die Prüfung kam nicht bis zu den Seiten',
      refused: 'Vom Browser eines Kunden verhindert',
    },
    was: (text) => `war: ${text}`,
    is: (text) => `ist: ${text}`,
    yours:
      'Waren Sie das selbst (ein Update, eine neue Zahlungsart), dann geben Sie es mit einem Grund frei: ' +
      'npm run institor -- page-check zeigt, wie.',
    notYours:
      'Wenn nicht, liest vielleicht jemand mit, was Ihre Kunden eingeben. Schalten Sie das Zahlen in Feldern der Seite ' +
      'ab oder schließen Sie den Shop, und fragen Sie sofort, wer Ihren Server betreut.',
  },
};
