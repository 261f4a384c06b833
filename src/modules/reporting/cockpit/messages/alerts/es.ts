import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { alerts as en } from './en.ts';

export const alerts: Translated<typeof en> = {
  title: 'Alertas',
  about: 'Entérese cuando una cifra no es como debería: una vez, y otra cuando termina.',
  empty: 'Todavía no se vigila ninguna cifra',
  emptyText:
    'Ventas inusuales, una conversión que baja, una hora sin pedidos. Antes de guardar una alerta usted ve qué habría hecho en los últimos 90 días.',
  create: 'Vigilar una cifra',
  newName: 'Las ventas netas son inusuales',
  start: 'Vigilar',
  what: 'Qué se vigila',
  who: 'A quién se avisa, y cuándo',
  number: 'Cifra',
  ownQuery: 'Consulta propia',
  queryAbout: 'Una cifra, sin GROUP BY; acótela con WHERE.',
  rule: 'Cuándo',
  rules: { anomaly: 'Inusual', change: 'Cambio', threshold: 'Límite' },
  rulesAbout: {
    anomaly:
      'Un día fuera de lo que suelen ser días así: según el día de la semana y las últimas ocho semanas.',
    change: 'Frente a la misma hora, el mismo día o la misma semana, una semana antes.',
    threshold:
      'Por debajo de un número o por encima de otro: un importe en la moneda de la tienda, o 0,02 para el 2 %.',
  },
  grain: 'Por',
  grains: { hour: 'Hora', day: 'Día', week: 'Semana' },
  direction: 'Sentido',
  directions: { either: 'hacia arriba o abajo', down: 'hacia abajo', up: 'hacia arriba' },
  falseAlarms: 'Falsas alarmas',
  rates: {
    month: 'más o menos una al mes',
    quarter: 'más o menos una al trimestre',
    year: 'más o menos una al año',
  },
  percent: 'En más de',
  below: 'Por debajo de',
  above: 'Por encima de',
  webhooks: 'Avisar también a otros programas',
  webhooksAbout: 'Con los webhooks reporting.alert_fired y reporting.alert_recovered.',
  quietFrom: 'Silencio desde',
  quietTo: 'hasta',
  grace: 'Esperar eventos tardíos',
  minutes: (count) =>
    count === 0 ? 'nada' : count < 60 ? `${count} minutos` : count === 60 ? '1 hora' : `${count / 60} horas`,
  preview: 'Los últimos 90 días',
  previewAbout: 'Juzgados con la misma regla, antes de avisar a nadie de nada.',
  wouldHave: (count) =>
    count === 0
      ? 'No habría saltado.'
      : count === 1
        ? 'Habría saltado una vez.'
        : `Habría saltado ${count} veces.`,
  chart: (count) => `La cifra en los últimos 90 días, lo usual y ${count} avisos`,
  usual: (low, high) => `usual ${low} a ${high}`,
  least: (low) => `límite ${low}`,
  most: (high) => `límite ${high}`,
  fires: 'salta',
  unjudged: (count, all, days) =>
    `${count} de ${all} no se pudieron juzgar: la regla necesita ${days} días antes.`,
  rateAbout:
    'En años simulados de días corrientes, las falsas alarmas vinieron tan a menudo como se dice, con un margen de un cuarto.',
  known: (count, names) =>
    `${plural('es', count, { one: 'No se juzga 1 día', other: `No se juzgan ${count} días` })}, porque nadie espera lo de siempre: ${names}.`,
  inARow: (count) => `${count} seguidas`,
  states: {
    firing: 'inusual',
    muted: 'muda',
    snoozed: 'en pausa',
    problem: 'sin juzgar',
    new: 'nueva',
    quiet: 'normal',
  },
  lastFiring: 'Última vez',
  ofRule: {
    anomaly: (number, rate) => `${number}: inusual, ${rate}`,
    change: (number, grain, percent) => `${number} por ${grain}: cambió más de un ${percent} %`,
    threshold: (number, grain, below, above) =>
      [
        `${number} por ${grain}:`,
        below === undefined ? '' : `por debajo de ${below}`,
        below !== undefined && above !== undefined ? 'o' : '',
        above === undefined ? '' : `por encima de ${above}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  judged: (moment) => `Mirada por última vez el ${moment}`,
  notJudged: 'Todavía no se ha mirado: empieza en cinco minutos.',
  cannot: (why) => `Ahora no se puede juzgar: ${why}`,
  quiet: 'Silencio',
  loud: 'Avisarme de nuevo',
  snooze: (hours) =>
    hours < 24 ? `durante ${hours} horas` : hours === 24 ? 'durante un día' : `durante ${hours / 24} días`,
  mute: 'hasta que diga otra cosa',
  removeTitle: '¿No vigilar más esta cifra?',
  removeText: 'Se olvida lo que la alerta hizo hasta ahora. No se puede deshacer.',
  history: 'Qué hizo',
  noHistory: 'Todavía no ha saltado.',
  goesOn: 'sigue',
  endedOn: (when) => `de nuevo normal el ${when}`,
  told: 'avisado',
  toldNobody: 'no se avisó a nadie',
};
