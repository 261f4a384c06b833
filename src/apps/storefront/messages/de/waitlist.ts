import type { Message } from '../text.ts';

/** Auf Ausverkauftes warten. */
export const waitlist = {
  'wait.title': 'Benachrichtigen, wenn es wieder da ist',
  'wait.email': 'Ihre E-Mail-Adresse',
  'wait.submit': 'Benachrichtigen',
  'wait.purpose':
    'Eine E-Mail, sobald Sie es wieder kaufen können, in der Reihenfolge der Anfragen. Ihre Adresse nutzen wir für nichts anderes und löschen sie danach, spätestens nach 180 Tagen.',
  'wait.done_title': 'Wir schreiben Ihnen',
  'wait.done_text':
    'Sie erhalten eine E-Mail, sobald Sie es wieder kaufen können. Darin steht, wie Sie von der Liste kommen.',
  'wait.buyable_title': 'Sie können es jetzt kaufen',
  'wait.buyable_text': 'Es ist schon wieder da: Warten müssen Sie nicht.',
  'wait.leave_title': 'Keine solchen E-Mails mehr',
  'wait.leave_text': 'Wir streichen Ihre Adresse von allen Listen zu ausverkauften Artikeln und löschen sie.',
  'wait.leave': 'Von allen Listen streichen',
  'wait.left_title': 'Sie stehen auf keiner Liste',
  'wait.left_text': 'Sie warten auf nichts mehr, und wir schreiben Ihnen dazu nichts mehr.',
} satisfies Readonly<Record<string, Message>>;
