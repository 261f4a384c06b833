import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { locations as english } from './en.ts';

export const locations: Translated<typeof english> = {
  title: 'Ubicaciones',
  about: 'Lugares con existencias, y cuál de ellos sirve un pedido.',
  add: 'Añadir una ubicación',
  places: 'Lugares',
  placesText:
    'En el orden en que se les pide mercancía. Uno desactivado conserva sus existencias y no vende nada.',
  empty: 'Todavía no hay lugares',
  emptyText: 'Añada el lugar donde está su mercancía. Las existencias se cuentan por lugar.',
  noCountry: 'sin país',
  collected: (address) => `recogida en ${address}`,
  notCollected: 'sin recogida por clientes',
  sells: (name) => `Vende: ${name}`,
  opened: (name) => `${name} vuelve a vender`,
  closed: (name) => `${name} no vende nada por ahora`,
  change: 'Cambiar',
  changeTitle: 'Cambiar la ubicación',
  saved: 'La ubicación está guardada',
  name: 'Nombre',
  code: 'Código',
  codeText: 'Minúsculas, cifras y guiones. Un punto de recogida suyo con este código es este lugar.',
  country: 'País',
  countryText: 'Desde donde se envía la mercancía.',
  save: 'Guardar',
  cancel: 'Cancelar',
  rule: 'Qué lugar sirve un pedido',
  ruleText: 'Cuenta para lo que se pida desde ahora.',
  savedRule: 'Guardado: cuenta para pedidos nuevos',
  rules: {
    nearest: 'El más cercano',
    fewest_parcels: 'Los menos paquetes posibles',
    most_stock: 'Donde haya más',
  },
  rulesText: {
    nearest: 'Primero lugares del país del cliente, luego en el orden de arriba. Rápido y sin aduanas.',
    fewest_parcels: 'Primero el lugar que tiene más del pedido, para enviarlo entero si se puede.',
    most_stock:
      'El lugar con más piezas de cada variante. Mantiene las existencias parejas; puede partir un pedido.',
  },
  example: (country, order) => `Un pedido a ${country}: ${order}.`,
};
