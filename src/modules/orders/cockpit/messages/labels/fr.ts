import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { labels as english } from './en.ts';

export const labels: Translated<typeof english> = {
  many: 'Imprimer les étiquettes',
  one: 'Imprimer l’étiquette d’expédition',
  parcel: 'Étiquette d’expédition',
  make: 'Imprimer',
  about:
    'Pour ce qui reste à emballer, ou pour le dernier colis si tout est parti. L’affranchissement se fait chez le transporteur.',
  size: 'Support',
  sizes: {
    a6: 'Étiquette A6, 105 × 148 mm',
    '4x6': 'Étiquette 4 × 6 pouces',
    a4_4: 'Feuille A4 de 4 étiquettes',
    a4_8: 'Feuille A4 de 8 étiquettes',
  },
  first: 'Première étiquette libre',
  place: (place: number) => `Étiquette ${place}`,
};
