import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Mails',
  about: 'Was der Shop an Kundinnen und Kunden geschrieben hat, das Neueste zuerst.',
  empty: 'Noch keine Mail geschrieben',
  emptyText:
    'Bestellungen, Pakete, Rücksendungen und Erstattungen schreiben Mails von selbst. Jede bleibt hier, wie sie gesendet wurde.',
  search: 'Adresse',
  to: 'An',
  subject: 'Betreff',
  kind: 'Art',
  language: 'Sprache',
  state: 'Zustand',
  written: 'Geschrieben',
  sent: 'Gesendet',
  attempts: 'Versuche',
  failure: 'Warum es misslang',
  order: 'Bestellung',
  openOrder: 'Bestellung öffnen',
  asShown: 'Wie angezeigt',
  asText: 'Als Text',
  states: { queued: 'wartet', kept: 'aufbewahrt', sent: 'gesendet', failed: 'misslungen' },
};
