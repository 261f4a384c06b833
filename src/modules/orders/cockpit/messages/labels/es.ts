import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { labels as english } from './en.ts';

export const labels: Translated<typeof english> = {
  many: 'Imprimir etiquetas',
  one: 'Imprimir etiqueta de envío',
  parcel: 'Etiqueta de envío',
  make: 'Imprimir',
  about:
    'Para lo que queda por empaquetar, o para el último paquete si todo salió. El franqueo se hace con el transportista.',
  size: 'Se imprime en',
  sizes: {
    a6: 'Etiqueta A6, 105 × 148 mm',
    '4x6': 'Etiqueta de 4 × 6 pulgadas',
    a4_4: 'Hoja A4 de 4 etiquetas',
    a4_8: 'Hoja A4 de 8 etiquetas',
  },
  first: 'Primera etiqueta libre',
  place: (place: number) => `Etiqueta ${place}`,
};
