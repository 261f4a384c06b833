import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { queues } from '../../messages/queues/de.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Heute',
  sales: 'Umsatz heute bisher',
  orders: (count: string) => `${count} Bestellungen`,
  against: (amount: string, orders: string) =>
    `Gleicher Wochentag letzte Woche bis jetzt: ${amount} aus ${orders} Bestellungen`,
  why: 'Wie das gezählt wird',
  whyText:
    'Bestellungen seit Mitternacht in der Zeitzone des Shops, die bezahlt oder zugesagt und nicht storniert sind; mit Steuer, ohne Abzüge durch Änderungen. Verglichen mit demselben Wochentag vor einer Woche bis zur selben Uhrzeit.',
  hour: (hour: string) => `${hour} Uhr`,
  now: 'Heute',
  before: 'Vor einer Woche',
  none: 'Nichts wartet auf Sie',
  noneText:
    'Versand, Rücksendungen, Erstattungen und alles andere, was eine Hand braucht, erscheint hier von selbst.',
  since: (when: string) => `das älteste ${when}`,
  until: (when: string) => `das erste fällig ${when}`,
  all: 'Alle zeigen',
  retry: 'Wiederholen',
  ship: 'Versenden',
  setup: 'Eröffnen Sie Ihren Shop',
  setupDone: (done: string, all: string) => `${done} von ${all} Schritten erledigt`,
  setupGo: 'Weiter',
  parts: {
    to_ship: 'Zu versenden',
    declined: 'Zahlung abgelehnt',
    refunds: 'Erstattungen abschließen',
    returns_asked: 'Rücksendungen entscheiden',
    returns_coming: 'Rücksendungen annehmen',
    exchanges: 'Offene Umtausche',
    withdrawals: 'Widerrufe beantworten',
    mentions: 'Notizen für Sie',
    decisions: 'Entscheidungen, die am meisten bringen',
    disputes: 'Rückbuchungen beantworten',
    refunds_to_send: 'Erstattungen von Hand senden',
    low_stock: 'Wenig Bestand',
    imports: 'Importe mit Fehlern',
    dead_letters: 'Aufgegebene Arbeit',
    pages: 'Geänderte Zahlungsseiten',
  },
  errors: (count: string) => `${count} Zeilen mit Fehlern`,
  disputeReasons: queues.disputes.reasons,
};
