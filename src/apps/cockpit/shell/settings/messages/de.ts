import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const de: Translated<typeof en> = {
  title: 'Einstellungen',
  about: 'Wie der Shop verkauft, wer darin arbeitet und worauf er läuft.',
  find: 'Einstellung finden',
  findHint: 'USt-IdNr., Sprache, Farben …',
  nothing: 'Keine Einstellung heißt so',
  nothingText: 'Versuchen Sie ein anderes Wort. Was Sie nicht öffnen dürfen, steht hier nicht.',
  none: 'Hier gibt es nichts, was Sie einstellen dürfen',
  noneText: 'Um eine andere Rolle bitten Sie, wer das Team leitet.',
  groups: {
    shop: 'Shop',
    selling: 'Verkaufen',
    team: 'Team',
    programs: 'Programme',
    system: 'Daten und System',
    other: 'Weiteres',
  },
};
