import type { afterSale as english } from '../en/after-sale.ts';
import type { Message } from '../text.ts';

export const afterSale: Readonly<Record<keyof typeof english, Message>> = {
  'return.link': 'Etwas zurückschicken',
  'return.title': 'Etwas zurückschicken',
  'return.intro': 'Wählen Sie, was zurückgeht und warum. Verbindlich ist es erst mit unserer Antwort.',
  'return.lines': 'Was zurückgeht',
  'return.quantity': 'Wie viele',
  'return.keep': 'Keines, ich behalte es',
  'return.reason': 'Grund',
  'return.choose_reason': 'Grund auswählen',
  'return.reason_changed_mind': 'Ich habe es mir anders überlegt',
  'return.reason_wrong_size': 'Es passt nicht',
  'return.reason_not_as_described': 'Es entspricht nicht der Beschreibung',
  'return.reason_damaged': 'Es kam beschädigt an',
  'return.reason_faulty': 'Es funktioniert nicht',
  'return.reason_wrong_item': 'Es ist nicht, was ich bestellt habe',
  'return.reason_late': 'Es kam zu spät',
  'return.reason_other': 'Etwas anderes',
  'return.note': 'Was wir wissen sollten',
  'return.next': 'Wie es weitergeht',
  'return.next_answer': 'Wir sehen uns Ihre Anfrage an und antworten per E-Mail an {email}.',
  'return.next_send':
    'Sobald wir zugestimmt haben, steht auf der Seite Ihrer Bestellung, wohin Sie es schicken und was auf dem Paket stehen soll.',
  'return.next_money': 'Ist das Paket da, sehen wir es uns an und geben Ihnen Ihr Geld zurück.',
  'return.submit': 'Rückgabe anfragen',
  'return.back': 'Zurück zur Bestellung',
  'return.more': 'Mehr aus dieser Bestellung',
  'return.withdraw_hint':
    'Innerhalb von 14 Tagen nach der Lieferung brauchen Sie weder einen Grund noch unsere Antwort.',
  'return.nothing_yet':
    'Von dieser Bestellung ist noch nichts an Sie verschickt, also kann auch nichts zurückgehen.',
  'return.nothing_left':
    'Alles, was aus dieser Bestellung zurückgehen kann, ist zurück oder bereits angekündigt.',
  'return.nothing_chosen': 'Wählen Sie mindestens eine Sache aus, die zurückgehen soll.',
  'return.no_reason': '{title}: Bitte wählen Sie einen Grund.',
  'return.too_many': {
    one: '{title}: Höchstens 1 kann zurückgehen.',
    other: '{title}: Höchstens {count} können zurückgehen.',
  },
  'return.note_too_long': 'Die Nachricht hat höchstens 1.000 Zeichen.',
  'return.gone':
    'Das wurde schon angekündigt, vielleicht in einem anderen Fenster. Bitte wählen Sie noch einmal.',
  'return.asked': 'Wir haben Ihre Anfrage und antworten an {email}.',
  'return.section': 'Rücksendungen',
  'return.numbered': 'Rücksendung {number}',
  'return.withdrawal': 'Widerruf {number}',
  'return.state_requested': 'Wir sehen es uns an',
  'return.state_approved': 'Bitte schicken Sie es zurück',
  'return.state_rejected': 'Nicht angenommen',
  'return.state_received': 'Angekommen und geprüft',
  'return.asked_at': 'Angefragt am {date}',
  'return.approved_at': 'zugestimmt am {date}',
  'return.rejected_at': 'beantwortet am {date}',
  'return.received_at': 'angekommen am {date}',
  'return.from_us': 'Von uns',
  'return.send_to': 'Packen Sie es gut ein, schreiben Sie {mark} auf das Paket und schicken Sie es an:',
  'return.send_wait':
    'Packen Sie es gut ein und schreiben Sie {mark} auf das Paket. Wir schreiben Ihnen, wohin Sie es schicken.',
  'pay_link.open': 'Ihre Bestellung kann bezahlt werden',
  'pay_link.open_text':
    'Wir haben das für Sie zusammengestellt. Sehen Sie es sich an und bezahlen Sie, wenn alles stimmt.',
  'pay_link.ordered': 'Das ist schon bestellt',
  'pay_link.ordered_text':
    'Es wurde bereits bezahlt. Die Bestätigung ist in Ihrer Mail, die Bestellung in Ihrem Konto.',
  'pay_link.gone': 'Dieser Link führt nirgends mehr hin',
  'pay_link.gone_text':
    'Er ist nicht vollständig, abgelaufen oder von uns zurückgenommen. Bitte fragen Sie uns nach einem neuen.',
  'pay_link.orders': 'Meine Bestellungen',
  'pay_link.own_cart': {
    one: 'Die eine Sache in Ihrem eigenen Warenkorb legen wir beiseite. Nach dieser Bestellung ist sie wieder da.',
    other:
      'Die {count} Dinge in Ihrem eigenen Warenkorb legen wir beiseite. Nach dieser Bestellung sind sie wieder da.',
  },
  'pay_link.back': 'Zurück zu meinem Warenkorb',
  'pay_link.aside':
    'Wir haben diese Bestellung für Sie zusammengestellt. Ihr eigener Warenkorb liegt beiseite.',
  'download.section': 'Downloads',
  'download.take': 'Herunterladen',
  'download.left': {
    one: 'Kann noch einmal heruntergeladen werden',
    other: 'Kann noch {count}-mal heruntergeladen werden',
  },
  'download.until': 'bis {date}',
  'download.over': 'Konnte bis {date} heruntergeladen werden',
  'refund.section': 'Erstattungen',
  'refund.numbered': 'Erstattung {number}',
  'refund.state_pending': 'Unterwegs seit {date}',
  'refund.state_done': 'Erstattet am {date}',
  'refund.state_incomplete': 'Ein Teil ist erstattet; um den Rest kümmern wir uns',
  'refund.state_refused': 'Hat nicht geklappt; wir kümmern uns darum',
  'refund.goods': 'Ware',
  'refund.delivery': 'Lieferung',
  'refund.goodwill': 'Kulanz',
  'refund.to_payment': '{amount} auf dem Weg, auf dem Sie bezahlt haben',
  'refund.to_gift_card': '{amount} auf Ihre Geschenkkarte',
  'refund.to_store_credit': '{amount} als Guthaben',
};
