import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { labels as english } from './en.ts';

export const labels: Translated<typeof english> = {
  many: 'Etiketten drucken',
  one: 'Versandetikett drucken',
  parcel: 'Versandetikett',
  make: 'Drucken',
  about:
    'Für das, was noch zu packen ist, oder für das letzte Paket, wenn alles versandt ist. Frankiert wird beim Paketdienst.',
  size: 'Gedruckt auf',
  sizes: {
    a6: 'A6-Etikett, 105 × 148 mm',
    '4x6': 'Etikett 4 × 6 Zoll',
    a4_4: 'A4-Bogen mit 4 Etiketten',
    a4_8: 'A4-Bogen mit 8 Etiketten',
  },
  first: 'Erstes freies Etikett',
  place: (place: number) => `Etikett ${place}`,
};
