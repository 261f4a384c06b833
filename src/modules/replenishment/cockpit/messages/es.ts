import { countOf, plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';
import { POLICIES } from './policies/es.ts';

export const es: Translated<typeof en> = {
  goods: 'Artículos',
  supplier: 'Proveedor',
  available: 'Disponible',
  onOrder: 'Pedido',
  cost: 'Coste',
  cover: 'Alcanza',
  days: (count: number) => plural('es', count, { one: `${count} día`, other: `${countOf(count)} días` }),
  never: 'Sin demanda',
  reviewed: (since: string) => `Estado: ${since}`,
  needs: {
    title: 'Por pedir',
    about: 'Lo que se agotará antes de poder comprarse de nuevo, lo más valioso primero',
    order: 'Pedir',
    value: 'Beneficio',
    valueText: (days: string) =>
      `Margen que el pedido conserva en ${days}, menos lo que cuesta pedir y almacenar. En ocho de cada diez casos está entre los dos valores.`,
    chance: 'Se agota',
    chanceText: 'La probabilidad de que alguien no encuentre nada antes de que llegue un pedido de hoy.',
    waiting: 'Un día de espera cuesta',
    all: 'Mostrar',
    allToo: 'También lo que no falta',
    why: 'Por qué esta cantidad',
    orderChosen: (count: number) => plural('es', count, { one: 'Pedir', other: `Pedir ${count} líneas` }),
    ordered: (orders: string) => `En ${orders}`,
    ordering: (done: number, all: number) => `${countOf(done)} de ${countOf(all)} pedidas`,
    orderedSome: (done: number, orders: string) =>
      `${countOf(done)} líneas están en ${orders}; el resto no, y sigue elegido:`,
    again: 'Revisar de nuevo',
    lookingAgain: 'Todo se revisa de nuevo. Tarda un momento.',
    policy: 'Cómo se decide',
    empty: 'No hay nada que pedir',
    emptyText:
      'Todo alcanza hasta la próxima compra. Lo que ningún proveedor vende o no tiene previsión no se revisa.',
    suppliers: 'Proveedores y tarifas',
    quantityOf: (title: string) => `Cantidad de ${title}`,
  },
  reasons: {
    below_reorder_point: (n: Readonly<Record<string, string>>) =>
      `Hay ${n['position']} en almacén o en camino; por debajo de ${n['reorderPoint']} es hora de pedir.`,
    enough: (n: Readonly<Record<string, string>>) =>
      `Hay ${n['position']} en almacén o en camino; se pide por debajo de ${n['reorderPoint']}.`,
    served: (n: Readonly<Record<string, string>>) =>
      `Así llevado, se calcula que no se agota en el ${n['cycle']} de los intervalos entre dos pedidos, y que el ${n['fill']} de lo que se pide está disponible.`,
    no_demand: () => 'No se espera demanda.',
    switched_off: () => 'Su regla dice que no se pide.',
    raised_to_minimum: (n: Readonly<Record<string, string>>) =>
      `El proveedor vende como mínimo ${n['minimum']}.`,
    rounded_to_packs: (n: Readonly<Record<string, string>>) => `Viene en paquetes de ${n['packSize']}.`,
    price_break: (n: Readonly<Record<string, string>>) =>
      `A partir de ${n['from']} cuesta un ${n['share']} menos.`,
    limited: (n: Readonly<Record<string, string>>) =>
      `El presupuesto o el espacio permite tantas de las ${n['wanted']} necesarias.`,
    filled: (n: Readonly<Record<string, string>>) =>
      `Más que las ${n['wanted']} necesarias, para llegar al mínimo del proveedor.`,
    waits: (n: Readonly<Record<string, string>>) =>
      `Hacen falta ${n['wanted']}, pero no se llega al mínimo del proveedor, y completar cuesta más que esperar.`,
    filled_pieces: (n: Readonly<Record<string, string>>) =>
      `Más que las ${n['wanted']} necesarias, para que el pedido llegue al mínimo del proveedor de ${n['minimum']} piezas.`,
    waits_pieces: (n: Readonly<Record<string, string>>) =>
      `Hacen falta ${n['wanted']}, pero el pedido no llega al mínimo del proveedor de ${n['minimum']} piezas, y completar cuesta más que esperar.`,
    not_worthwhile: () => 'Incluso el pedido más pequeño costaría más de lo que aporta.',
  },
  policies: POLICIES,
  policy: {
    service: 'Objetivo',
    services: {
      cycle: 'Ciclos sin rotura',
      fill: 'Piezas servidas al momento',
      cost: 'Lo más barato',
    },
    share: 'Cuántos de cada cien',
    holding: 'Almacenar cuesta al año, del valor',
    orderCost: 'Una línea más en un pedido cuesta',
    substitution: 'Quienes no encuentran nada y toman otra cosa',
    maxCover: 'Nunca para más de, en días',
    budget: 'Pedidos abiertos como máximo',
    save: 'Guardar',
    saved: 'Guardado. Todo se revisa de nuevo.',
    standard: 'Si se deja vacío, vale el ajuste original.',
    percent: '%',
  },
  health: {
    title: 'Salud del stock',
    about: 'Qué se vende, qué está parado, qué falta',
    state: 'Estado',
    states: {
      out: 'Agotado',
      low: 'Bajo',
      healthy: 'Sano',
      expiring: 'Caduca sin venderse',
      over: 'Demasiado',
      slow: 'Lento',
      dead: 'Muerto',
    },
    stateText: {
      out: 'No hay nada que vender',
      low: 'Es hora de pedir',
      healthy: 'Lo justo',
      expiring: 'Más de lo que se venderá a tiempo',
      over: 'Más de lo que traería un pedido',
      slow: 'Suficiente para más de un año',
      dead: 'Medio año sin venderse',
    },
    sorts: { over: 'Más dinero en exceso', lost: 'Más perdido por roturas', value: 'Mayor valor' },
    onHand: 'En almacén',
    value: 'Valor',
    over: 'Demasiado',
    sold: 'Vendido en 90 días',
    sellThrough: 'Porcentaje vendido',
    turnover: 'Rotaciones al año',
    gmroi: 'GMROI',
    classes: 'ABC/XYZ',
    unsold: 'Sin vender desde hace',
    out: 'Días sin stock',
    lost: 'Margen perdido',
    lostTitle: 'Margen perdido por roturas, último año',
    lostText:
      'Lo que vendían los días con stock cercanos a una rotura, por los días que duró. Estimado: nueve de cada diez veces está entre los dos valores.',
    variants: (count: number) =>
      plural('es', count, { one: `${count} variante`, other: `${count} variantes` }),
    empty: 'El stock aún no se ha revisado',
    emptyText: 'Se revisa cada noche, después de las previsiones.',
  },
  backtest: {
    title: 'Si hubiera pedido así',
    about: 'El pasado repetido: la misma demanda, los mismos plazos, otras reglas de pedido',
    run: 'Repetir el pasado',
    length: 'Duración',
    lengths: { half: 'Medio año', year: 'Un año' },
    variants: 'Los más vendidos, cuántos',
    policies: { yours: 'Su regla', min_max: 'Mín. y máx. a mano', average_30: 'Media de 30 días' },
    policyText: {
      yours: 'Previsión, plazo y servicio, como pide Institor',
      min_max: 'Niveles del año anterior, nunca revisados',
      average_30: 'Plazo × media de los últimos 30 días',
    },
    actual: 'Lo que pasó de verdad',
    noActual:
      'Lo que pasó de verdad no está al lado: de la mayoría de estos artículos no se sabe cuántos había entonces.',
    keptCycles: (aim: string, came: string) =>
      `El objetivo era un ${aim} de ciclos sin rotura; se logró un ${came}.`,
    keptPieces: (aim: string, came: string) =>
      `El objetivo era un ${aim} de piezas servidas al momento; se logró un ${came}.`,
    experience: (share: string) =>
      `Al final se había producido un ${share} de las roturas calculadas; los pedidos lo compensan.`,
    cost: 'Lo que habría costado',
    parts: { lost: 'Margen perdido', keeping: 'Almacenar', ordering: 'Pedir' },
    served: (share: string) => `${share} de las piezas servidas al momento`,
    fill: 'Piezas servidas al momento',
    cycles: 'Ciclos sin rotura',
    stock: 'Stock medio',
    highest: 'Stock máximo',
    orders: 'Pedidos',
    lost: 'Margen perdido',
    keeping: 'Almacenar',
    total: 'Perdido, pedir y almacenar',
    chart: 'Dinero inmovilizado en stock, semana a semana',
    better: (amount: string, other: string) => `Su regla cuesta ${amount} menos que ${other}.`,
    worse: (amount: string, other: string) => `Su regla cuesta ${amount} más que ${other}.`,
    span: (from: string, to: string, variants: string) => `Del ${from} al ${to}, ${variants}`,
    assumed: (count: number) =>
      plural('es', count, {
        one: 'De una no se conoce proveedor: se supuso un plazo de dos semanas.',
        other: `De ${count} no se conoce proveedor: se supuso un plazo de dos semanas.`,
      }),
    earlier: 'Anteriores',
    empty: 'Aún no se ha repetido nada',
    emptyText: 'Vea lo que una regla habría hecho el último año antes de confiarle dinero.',
  },
};
