import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  action: 'Aktion',
  appearance: 'Darstellung',
  close: 'Schließen',
  find: 'Suchen oder springen',
  findHint: 'Bestellung, Produkt, Kundin, Seite …',
  foundNothing: 'Nichts gefunden.',
  goTo: (place) => `Zu ${place}`,
  keys: [
    { keys: ['Strg/⌘', 'K'], does: 'Suchen oder springen' },
    { keys: ['/'], does: 'In dieser Liste suchen' },
    { keys: ['j', 'k'], does: 'Nächste und vorige Zeile' },
    { keys: ['o'], does: 'Zeile öffnen' },
    { keys: ['x'], does: 'Zeile auswählen; mit Umschalt bis hierher' },
    { keys: ['Strg/⌘', 'S'], does: 'Speichern' },
    { keys: ['?'], does: 'Diese Tasten' },
  ],
  menu: 'Menü',
  navigation: 'Hauptmenü',
  openShop: 'Shop öffnen',
  page: 'Seite',
  profile: 'Profil und Sicherheit',
  schemes: { light: 'Hell', dark: 'Dunkel', auto: 'Wie das Gerät' },
  sections: { work: 'Arbeit', shop: 'Shop', settings: 'Einstellungen' },
  shortcuts: 'Tastenkürzel',
  signOut: 'Abmelden',
  skip: 'Zum Inhalt springen',
  work: {
    title: 'Lange Arbeiten',
    empty: 'Nichts im Gange',
    emptyText:
      'Importe, Exporte und große Änderungen zeigen hier, wie weit sie sind, und legen hier ihre Dateien ab.',
    active: (count) => `${count} im Gange`,
    progress: (done, total) => `${done} von ${total}`,
    stop: 'Anhalten',
    stopping: 'hält an',
    earlier: 'Frühere zeigen',
    states: {
      waiting: 'wartet',
      running: 'läuft',
      done: 'fertig',
      failed: 'misslungen',
      cancelled: 'angehalten',
    },
  },
};
