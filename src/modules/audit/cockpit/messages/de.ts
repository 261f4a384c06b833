import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Protokoll',
  about: 'Wer was im Shop getan hat, das Neueste zuerst. Niemand kann es ändern.',
  search: 'Name, Kennung oder Wert eines Felds',
  empty: 'Noch nichts geschehen',
  emptyText: 'Jede Änderung im Shop steht hier: wer sie gemacht hat und was vorher war.',
  verify: 'Protokoll prüfen',
  who: 'Wer',
  what: 'Was',
  when: 'Wann',
  kind: 'Art',
  id: 'Kennung',
  outcome: 'Ergebnis',
  operation: 'Vorgang',
  actor: 'Konto',
  changes: 'Änderungen',
  field: 'Feld',
  before: 'Vorher',
  after: 'Nachher',
  hidden: 'geändert; der Wert wird nicht aufbewahrt oder nicht gezeigt',
  why: 'Grund',
  browser: 'Browser',
  note: 'Notieren Sie dies an anderer Stelle. „institor audit verify --head“ zeigt damit, dass niemand das Ende abgeschnitten hat.',
  outcomes: { done: 'getan', refused: 'abgelehnt', failed: 'fehlgeschlagen', asked: 'verlangt' },
  isWhole: (entries, waiting) =>
    `Das Protokoll ist, wie es geschrieben wurde: ${entries} Einträge, ${waiting} warten auf ihr Siegel.`,
  isBroken: (place, what) => `Das Protokoll ist nicht, wie es geschrieben wurde: ${what} an Stelle ${place}.`,
  from: 'Von',
};
