import { plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Sicherungen',
  about:
    'Der ganze Shop, Datenbank und Dateien, damit er zurückkommt, was auch immer dieser Maschine geschieht.',
  states: {
    ...{ good: 'Gut gesichert', warning: 'Bitte ansehen', bad: 'Nicht gut gesichert' },
    off: 'Nicht eingerichtet',
  },
  now: 'Jetzt sichern',
  nowTitle: 'Shop sichern',
  begun: 'Die Sicherung hat begonnen',
  off: 'Nichts wird gesichert',
  offText:
    'Wählen Sie einen Ordner auf einer anderen Platte oder Maschine und starten Sie den Shop mit dessen Pfad. Dann wird er jede Nacht gesichert, und jede Änderung ist binnen einer halben Minute aufbewahrt.',
  offCommand: 'Mit Sicherungsordner starten',
  offOnce: 'Oder jederzeit eine von Hand',
  last: 'Letzte Sicherung',
  none: 'Noch keine',
  ago: (when) => `${when} angefertigt`,
  log: 'Änderungen seither',
  logKept: (when) => `alles bis ${when} ist aufbewahrt`,
  logNone: 'noch nicht aufbewahrt',
  logFails: (why) => `nicht aufzubewahren: ${why}`,
  logElsewhere: 'Sache dessen, der die Datenbank von DATABASE_URL betreibt',
  place: 'Ordner',
  free: (size) => `${size} frei`,
  rule: 'Wie lange',
  keeping: (daily, weekly, monthly) =>
    `die letzten ${daily} täglichen, ${weekly} wöchentlichen und ${monthly} monatlichen`,
  list: 'Aufbewahrte Sicherungen',
  empty: 'Noch keine Sicherung',
  emptyText: 'Die erste entsteht heute Nacht. Oder jetzt: der Shop bleibt offen.',
  columns: { at: 'Angefertigt', size: 'Größe', state: 'Zustand', kind: 'Was es ist' },
  kinds: { physical: 'Datenbankdateien und Protokoll', logical: 'Zeilen aller Tabellen' },
  withKey: 'mit Schlüssel',
  sound: 'unversehrt',
  soundOn: (when) => `${when} geprüft`,
  unchecked: 'nicht geprüft',
  damaged: (count) =>
    plural('de', count, { one: '1 Datei beschädigt', other: `${count} Dateien beschädigt` }),
  unusable: 'unbrauchbar',
  files: (count) => `${count} Dateien`,
  check: 'Prüfen',
  checkLabel: (name) => `Sicherung ${name} prüfen`,
  checkTitle: (name) => `Sicherung ${name} prüfen`,
  checking: 'Die Prüfung hat begonnen',
  restore: 'Zurückholen',
  restoreAbout:
    'Auf einer Maschine mit Institor und dem Sicherungsordner, in einen leeren Ordner. Über einen Shop hinweg wird nie etwas zurückgeholt.',
  steps: {
    key: 'Legen Sie secret.key, anderswo aufbewahrt, in den neuen Ordner. Ohne ihn öffnet nichts, was der Shop versiegelt hat.',
    run: 'Holen Sie die Sicherung zurück. Jede Datei und jede Zeile wird mit ihr verglichen, ehe der Shop öffnen darf.',
    open: 'Öffnen Sie den Shop von dort. Wartende Mails und Webhooks liegen unter Aufgegeben, denn sie könnten schon hinausgegangen sein.',
  },
  command: 'Diese Sicherung zurückholen',
  commandLatest: 'Ebenso mit allen Änderungen seither',
  commandOpen: 'Den zurückgeholten Shop öffnen',
  key: 'Der Schlüssel des Shops',
  keyAbout:
    'In Sicherungen liegt der Schlüssel nicht, der versiegelte Zugangsdaten öffnet. Bewahren Sie eine Kopie von secret.key oder SECRET_KEY anderswo auf, etwa in einem Passwortspeicher.',
  restored: (when, moment) => `Dieser Shop wurde ${when} zurückgeholt, auf den Stand von ${moment}.`,
  held: (count) =>
    plural('de', count, {
      one: '1 Mail oder Aufruf von damals wurde beiseitegelegt.',
      other: `${count} Mails und Aufrufe von damals wurden beiseitegelegt.`,
    }),
  look: 'Ansehen',
};
