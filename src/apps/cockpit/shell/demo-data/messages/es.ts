import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Datos de ejemplo',
  about: 'Lo que el ejemplo puso en la tienda al abrirla, y lo que queda de ello.',
  empty: 'No hay datos de ejemplo',
  emptyText: 'Nada de esta tienda viene del ejemplo, o ya se quitó. Todo es suyo.',
  what: 'Qué',
  goes: 'Se va',
  stays: 'Se queda',
  kinds: {
    past: 'Comercio anterior al primer día',
    home: 'Secciones de la página de inicio',
    menu: 'Menús',
    promotion: 'Promociones',
    search_rule: 'Decisiones de búsqueda',
    synonym: 'Sinónimos',
    collection: 'Colecciones',
    size_table: 'Tablas de tallas',
    supplier: 'Proveedores',
    page: 'Páginas',
    product: 'Productos',
    category: 'Categorías',
  },
  why: {
    changed: 'lo cambió usted',
    ordered: 'se ha pedido',
    in_use: 'algo que se queda lo necesita',
  },
  staysTitle: 'Lo que se queda, y por qué',
  more: (count) => `y ${count} más`,
  alwaysTitle: 'Lo que se queda en todo caso',
  always: [
    'Todo lo que ha creado usted.',
    'Los pedidos y sus asientos: los libros nunca se acortan. Los pedidos de prueba se pueden archivar.',
    'Los ajustes: nombre de la tienda, mercados, impuestos, envío, formas de pago. Sin ellos no se vende nada; cámbielos en los ajustes.',
  ],
  remove: 'Quitar el ejemplo …',
  removeTitle: '¿Quitar el ejemplo de la tienda?',
  removeText: (count) =>
    `${count} cosas se van para siempre. La tienda se ve vacía hasta que ponga sus propios productos.`,
  typeName: (name) => `Escriba «${name}» para confirmar`,
  confirm: 'Quitar',
  work: 'Quitar el ejemplo',
};
