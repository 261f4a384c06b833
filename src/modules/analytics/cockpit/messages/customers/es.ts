import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { customers as en } from './en.ts';

export const customers: Translated<typeof en> = {
  answers: {
    second_orders: '¿Cuánto tardan los clientes en volver a pedir?',
    customer_segments: '¿Quiénes son nuestros mejores clientes y a quiénes perdemos?',
    customer_cells: '¿Cuándo y con qué frecuencia compran los clientes?',
  },
  title: 'Análisis de clientes',
  spans: {
    year: 'Últimos 12 meses',
    two_years: 'Últimos 24 meses',
    all: 'Últimos diez años',
  },
  people: 'Clientes',
  peopleNote: 'que pidieron en estos días',
  repeatRate: 'Pidieron dos veces o más',
  repeatNote: 'de los clientes',
  returningShare: 'De clientes recurrentes',
  returningNote: 'de los pedidos',
  worthEach: 'Valor en los próximos 12 meses',
  worthEachNote: 'por cliente',
  notKnown: 'aún no se sabe',
  segmentsTitle: 'Quiénes son',
  segmentsAbout: 'Según cuándo y cuántas veces pidieron. Elija un grupo o una casilla para ver los pedidos.',
  does: {
    champions: 'Compraron hace poco y a menudo',
    loyal: 'Compran a menudo',
    potential_loyalists: 'Compraron hace poco, más de una vez',
    new: 'Acaban de comprar por primera vez',
    promising: 'Compraron una vez, no hace mucho',
    need_attention: 'En el medio de todo',
    about_to_sleep: 'Compraron poco, hace algún tiempo',
    at_risk: 'Compraban a menudo, hace mucho',
    cannot_lose: 'Eran los que más compraban, y dejaron de hacerlo',
    hibernating: 'Compraron poco, hace mucho',
  },
  lastOrder: (from: string, to: string) => `último pedido hace ${from} a ${to} días`,
  ordersCount: (from: string, to: string) => (from === to ? `${from} × pedido` : `${from} a ${to} × pedido`),
  ordersElsewhere: (customers: string, shops: string) =>
    `${customers} de ellos pidieron en ${shops} antes de la importación. Un segmento encuentra a quien tiene cuenta o pidió en esta tienda: de los demás no hay dirección a la que escribir.`,
  makeSegment: 'Crear un segmento',
  cell: (customers: string, recency: string, frequency: string) =>
    `${customers} clientes: recencia ${recency} de 5, frecuencia ${frequency} de 5`,
  grid: 'Clientes por recencia y frecuencia',
  lately: 'hace poco',
  longAgo: 'hace mucho',
  rarely: 'rara vez',
  often: 'a menudo',
  worth: 'Lo que valdrán',
  worthAbout: 'Ventas netas esperadas en los próximos 12 meses, según lo que cada cliente ha pedido.',
  worthHow:
    'BG/NBD para la frecuencia, gamma-gamma para el importe. El dinero de dentro de un año cuenta una décima parte menos. De quien pidió una sola vez no puede decir si se ha ido. No conoce las estaciones: se supone que los próximos meses serán como los pasados.',
  allCustomers: 'Todos los clientes',
  ordered: (from: string, to: string | undefined) =>
    to === undefined
      ? `${from} pedidos o más`
      : from !== to
        ? `${from} a ${to} pedidos`
        : from === '1'
          ? 'Un pedido'
          : `${from} pedidos`,
  group: 'Clientes con',
  alive: 'Sigue siendo cliente',
  expected: 'Pedidos esperados',
  eachWorth: 'Valor por cliente',
  togetherWorth: 'Todos juntos',
  between: (low: string, high: string, sure: string) => `${low} a ${high}, con un ${sure} de certeza`,
  calibration: '¿Acertó antes?',
  calibrationAbout: (days: string, predicted: string, actual: string) =>
    `Los últimos ${days} días, pronosticados a partir de los anteriores: ${predicted} pedidos esperados, ${actual} hechos.`,
  foretold: 'Pronosticado',
  came: 'Real',
  repeats: 'Pedidos repetidos antes',
  ordersEach: 'pedidos por cliente',
  parameters: 'Parámetros de los modelos',
  standardError: 'Error estándar',
  correlation: (value: string) =>
    `El importe y la frecuencia se relacionan en ${value}; cerca de 0 el modelo de gasto es válido.`,
  nobodyLeaves: 'Estos pedidos no muestran que alguien se vaya para siempre.',
  tooFew: 'Muy pocos clientes para decirlo',
  tooFewText: (customers: string, repeaters: string) =>
    `Hay ${customers} clientes, de los cuales ${repeaters} pidieron en dos días o más. Hacen falta 50, y 20 de ellos.`,
  noFit: 'Los pedidos no se ajustan a ningún modelo',
  noFitText:
    'La forma en que estos clientes piden o gastan se aparta demasiado de lo que suponen los modelos. Elija un período más largo.',
  workingOut: 'Calculando: con muchos clientes tarda unos segundos.',
  second: 'Hasta el segundo pedido',
  secondAbout:
    'De los clientes con su primer pedido en estos días. Quien aún no ha vuelto a pedir cuenta durante el tiempo que se le conoce.',
  half: (days: string) => `La mitad volvió a pedir después de ${days} días`,
  halfBetween: (low: string, high: string) => `probablemente de ${low} a ${high} días`,
  halfFrom: (low: string) => `probablemente ${low} días o más`,
  notHalf: 'Menos de la mitad volvió a pedir',
  within: (days: string) => `en ${days} días`,
  daysAfter: 'Días después del primer pedido',
  orderedAgain: 'Volvieron a pedir',
  byTime: 'Ver pedidos según el tiempo',
  cohorts: 'Ver quién vuelve mes a mes',
  empty: 'Aún no ha pedido nadie cuyo nombre se conozca',
  emptyText:
    'Con los primeros pedidos verá aquí quiénes son sus mejores clientes, cuándo vuelven y cuánto valdrán.',
};
