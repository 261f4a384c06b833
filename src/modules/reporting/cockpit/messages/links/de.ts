import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { links as en } from './en.ts';

export const links: Translated<typeof en> = {
  title: 'Geteilte Links',
  about: 'Seiten mit Zahlen für Menschen ohne Konto: nur zum Lesen, bis Sie sie zurücknehmen.',
  empty: 'Noch ist nichts geteilt',
  emptyText: 'Für eine Bank, einen Partner oder Lieferanten: eine Adresse, aktuelle Zahlen, keine Anmeldung.',
  create: 'Zahlen teilen',
  name: 'Überschrift',
  nameHint: 'Für die Bank',
  shows: 'Zeigt',
  showsSchedule: (name) => `die Teile von „${name}“`,
  ownQuery: 'eine Abfrage',
  parts: (count) => (count === 1 ? 'eine eigene Abfrage' : `${count} eigene Teile`),
  days: 'Gilt für',
  forDays: (count) => `${count} Tage`,
  until: (day) => `bis ${day}`,
  warning:
    'Wer die Adresse hat, sieht diese Zahlen und nichts anderes: keine Bestellungen, keine Kunden. Kosten nur, wenn Sie sie sehen dürfen.',
  address: 'Adresse',
  once: 'Kopieren Sie sie jetzt: Sie wird nirgends aufbewahrt und nie wieder gezeigt.',
  kept: 'Ich habe sie',
  neverOpened: 'noch nicht geöffnet',
  opened: (count, day) => `${count}-mal geöffnet, zuletzt am ${day}`,
  states: { live: 'gilt', revoked: 'zurückgenommen', expired: 'abgelaufen' },
  revoke: 'Zurücknehmen',
  revokeTitle: (title) => `„${title}“ zurücknehmen?`,
  revokeText: 'Wer ihn ab jetzt öffnet, sieht nichts. Das lässt sich nicht rückgängig machen.',
  revoked: 'Zurückgenommen',
};
