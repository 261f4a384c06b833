import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Beispieldaten',
  about: 'Was die Demo beim Öffnen in den Shop gelegt hat, und was davon noch da ist.',
  empty: 'Keine Beispieldaten',
  emptyText:
    'Nichts in diesem Shop kommt aus der Demo, oder sie wurde herausgenommen. Alles hier gehört Ihnen.',
  what: 'Was',
  goes: 'Geht',
  stays: 'Bleibt',
  kinds: {
    past: 'Handel vor dem ersten Tag',
    home: 'Abschnitte der Startseite',
    menu: 'Menüs',
    promotion: 'Aktionen',
    search_rule: 'Suchentscheidungen',
    synonym: 'Synonyme',
    collection: 'Kollektionen',
    size_table: 'Größentabellen',
    supplier: 'Lieferanten',
    page: 'Seiten',
    product: 'Produkte',
    category: 'Kategorien',
  },
  why: {
    changed: 'von Ihnen geändert',
    ordered: 'wurde bestellt',
    in_use: 'etwas, das bleibt, braucht es',
  },
  staysTitle: 'Was bleibt, und warum',
  more: (count) => `und ${count} weitere`,
  alwaysTitle: 'Was in jedem Fall bleibt',
  always: [
    'Alles, was Sie selbst angelegt haben.',
    'Bestellungen und was dafür gebucht wurde: die Bücher werden nie gekürzt. Probebestellungen lassen sich archivieren.',
    'Einstellungen: Name des Shops, Märkte, Steuern, Versand, Zahlungsarten. Ohne sie lässt sich nichts verkaufen; ändern Sie sie in den Einstellungen.',
  ],
  remove: 'Demo herausnehmen …',
  removeTitle: 'Die Demo aus dem Shop nehmen?',
  removeText: (count) =>
    `${count} Dinge gehen für immer. Wer einkauft, sieht einen leeren Shop, bis Sie eigene Produkte einstellen.`,
  typeName: (name) => `Zum Bestätigen „${name}“ eintippen`,
  confirm: 'Herausnehmen',
  work: 'Demo herausnehmen',
};
