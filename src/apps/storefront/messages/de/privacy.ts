import type { privacy as english } from '../en/privacy.ts';
import type { Message } from '../text.ts';

export const privacy: Readonly<Record<keyof typeof english, Message>> = {
  'consent.title': 'Dürfen wir diesen Browser wiedererkennen?',
  'consent.text':
    'Wir würden gern für sechs Monate eine zufällige Zahl in diesem Browser ablegen, damit unsere Statistik zeigt, ob Besuche wiederkommen. Sie bleibt bei uns, dient nicht der Werbung, und Sie können es jederzeit zurücknehmen.',
  'consent.reject': 'Ablehnen',
  'consent.accept': 'Zustimmen',
  'consent.more': 'Mehr dazu',
  'consent.link': 'Datenschutz-Auswahl',
  'consent.page_title': 'Datenschutz-Auswahl',
  'consent.saved': 'Ihre Auswahl ist gespeichert.',
  'consent.signal': 'Widerspruch beachtet.',
  'consent.signal_text':
    'Ihr Browser sendet Global Privacy Control. Wir legen keine Zahl in ihm ab, verkaufen und teilen nichts und fragen nicht.',
  'consent.always_title': 'Was wir zählen, ohne zu fragen',
  'consent.always_text':
    'Wir zählen Besuche, ohne etwas auf Ihrem Gerät abzulegen und ohne etwas, das sagt, wer Sie sind: Von Ihrer Adresse wird nur eine Prüfsumme benutzt, die nach einem Tag nichts mehr bedeutet. Warenkorb, Bestellungen und Anmeldung benutzen Cookies, die sie brauchen.',
  'consent.is_rejected': 'Sie haben das abgelehnt. Es ist nichts abgelegt.',
  'consent.is_accepted': 'Sie haben am {date} zugestimmt.',
  'consent.withdraw': 'Zurücknehmen',
  'consent.proof': 'Den Nachweis bewahren wir unter {id} auf.',
};
