import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { products as en } from './en.ts';

export const products: Translated<typeof en> = {
  answers: {
    product_performance: '¿Qué productos se miran, se compran, se devuelven y cuánto duran las existencias?',
    dead_stock: '¿Qué está parado y no se vende?',
    bought_together: '¿Qué productos van juntos?',
    bought_together_by_category: '¿Qué categorías van juntas?',
    abc_xyz: '¿Qué productos sostienen la tienda y con qué constancia?',
    abc_xyz_matrix: '¿Cómo se compone el surtido?',
    product_movers: '¿Qué sube y qué baja, más allá del azar?',
  },
  title: 'Análisis de productos',
  view: 'Vista',
  views: {
    performance: 'Rendimiento',
    range: 'Surtido',
    movers: 'Movimiento',
    together: 'Comprados juntos',
    dead: 'Sin venta',
  },
  performanceAbout:
    'Visitas, pedidos, devoluciones y existencias de cada producto. En letra pequeña, dónde está la verdad 95 de cada 100 veces.',
  margin: 'Margen',
  costKnown: (share: string) => `coste conocido del ${share}`,
  ofPieces: (share: string) => `${share} de las unidades`,
  ofValue: (share: string) => `${share} del valor`,
  left: (count: string) => `quedan ${count}`,
  days: (shown: string, count: number) =>
    plural('es', count, { one: `${shown} día`, other: `${shown} días` }),
  soldOutDays: (days: string) => `${days} agotado`,
  rangeAbout:
    'Filas: qué parte de las ventas netas hace un producto. Columnas: con qué constancia se pide, semana a semana.',
  abc: {
    A: 'A · el primer 80 % de las ventas',
    B: 'B · el siguiente 15 %',
    C: 'C · el último 5 %',
  },
  xyz: {
    X: 'X · constante',
    Y: 'Y · variable',
    Z: 'Z · irregular',
    none: 'Demasiado nuevo',
  },
  tooShort: 'La constancia requiere ocho semanas enteras. Elija 90 días o más.',
  show90: 'Mostrar 90 días',
  productsCount: (shown: string, count: number) =>
    plural('es', count, { one: `${shown} producto`, other: `${shown} productos` }),
  ofSales: (share: string) => `${share} de las ventas`,
  everyClass: 'Todos los productos',
  moversAbout:
    'En una parte mayor o menor de los pedidos que antes, más allá del azar. Lo que eleva toda la tienda no mueve ninguno.',
  riser: 'Suben',
  faller: 'Bajan',
  noRisers: 'Nada sube más allá del azar',
  noFallers: 'Nada baja más allá del azar',
  ofOrders: (now: string, before: string) => `en ${now} de los pedidos, antes ${before}`,
  steadyCount: (shown: string, count: number) =>
    plural('es', count, {
      one: `${shown} producto no se movió más allá del azar.`,
      other: `${shown} productos no se movieron más allá del azar.`,
    }),
  fewOrders: 'Muy pocos pedidos para decirlo',
  fewOrdersText: 'Un producto necesita cinco pedidos en ambos períodos juntos.',
  togetherAbout: (baskets: string) =>
    `De ${baskets} cestas. En cinco como mínimo, y como máximo 5 de cada 100 pares son azar.`,
  byProduct: 'Productos',
  byCategory: 'Categorías',
  level: 'Qué se empareja',
  times: (lift: string) => `${lift} × lo que haría el azar`,
  alsoBuy: (share: string, first: string, second: string) => `${share} con ${first} también llevan ${second}`,
  baskets: (shown: string, count: number) =>
    plural('es', count, { one: `${shown} cesta`, other: `${shown} cestas` }),
  chance: (rate: string) => `falso hallazgo ${rate}`,
  showWith: (first: string) => `Mostrarlo junto a ${first}`,
  noPairs: 'Nada se compra junto más allá del azar',
  noPairsText: 'Un par necesita cinco cestas como mínimo. Elija más días.',
  deadAbout: 'Se puede vender y no se vendió en todos estos días.',
  nothingDead: 'Todo lo que hay se vende',
  nothingDeadText: 'Ningún producto con existencias quedó sin venta en estos días.',
  never: 'nunca vendido',
  to: (low: string, high: string) => `${low} a ${high}`,
  from: (low: string) => `${low} o más`,
};
