import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { notes as en } from './en.ts';

export const notes: Translated<typeof en> = {
  title: 'Qué pasó',
  kinds: {
    note: 'Notas',
    price: 'Precios',
    promotion: 'Promociones',
    stock_out: 'Agotados',
    outage: 'Caídas',
    holiday: 'Festivos',
  },
  shown: (kind, count) => `${kind}, ${count}`,
  at: (days, count) => `${days}: ${count}`,
  several: (count, number) => plural('es', number, { one: `${count} suceso`, other: `${count} sucesos` }),
  prices: (count, number) =>
    plural('es', number, { one: `${count} precio cambiado`, other: `${count} precios cambiados` }),
  upDown: (up, down) => `${up} suben, ${down} bajan`,
  planned: (count, number) =>
    plural('es', number, { one: `${count} precio va a cambiar`, other: `${count} precios van a cambiar` }),
  promotion: (name) => `Promoción: ${name}`,
  stockOut: (title) => `Agotado: ${title}`,
  outage: (minutes) => `Nada funcionó durante ${minutes} min`,
  holiday: (name, countries) => `${name} (${countries})`,
  add: 'Añadir una nota',
  addOn: 'Nota en el gráfico',
  change: 'Cambiar',
  changeOf: (text) => `Cambiar la nota ${text}`,
  form: 'Nota en los gráficos',
  text: 'Qué pasó',
  from: 'Primer día',
  to: 'Último día',
  market: 'Mercado',
  everyMarket: 'Toda la tienda',
  save: 'Guardar',
  remove: 'Quitar',
  stockNotKnown: 'Ahora no se sabe si lo más vendido estuvo agotado.',
};
