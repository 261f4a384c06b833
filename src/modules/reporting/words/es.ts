import type { ReportingWords } from './reporting-words.ts';

export const spanish: ReportingWords = {
  total: 'Todo',
  unknown: 'No se sabe',
  change: (share, before) => `${share} · antes ${before}`,
  nothingBefore: 'antes nada',
  comparedWith: (days) => `comparado con ${days}`,
  rose: (name, share, now, before) => `${name}: subió un ${share}, de ${before} a ${now}.`,
  fell: (name, share, now, before) => `${name}: bajó un ${share}, de ${before} a ${now}.`,
  stayed: (name, now) => `${name}: igual que antes, ${now}.`,
  began: (name, now) => `${name}: ${now}; no había nada con qué comparar.`,
  pushedUp: (parts) => `Tiraron hacia arriba ${parts}.`,
  pushedDown: (parts) => `Tiraron hacia abajo ${parts}.`,
  largest: (name, measure, value, share) =>
    `La parte mayor es ${name}: ${measure} ${value}, el ${share} de todo.`,
  maybeChance: 'Los días varían así de todos modos: este cambio puede ser casualidad.',
  hardlyChance: 'La casualidad sola hace un cambio así en menos de 1 de cada 20 comparaciones.',
  peak: (day, value) => `El máximo fue el ${day}, con ${value}.`,
  nothing: 'Nada en estos días.',
  cut: 'Hay más filas; el total es de todas.',
  lineOf: (name, by) => `${name} por ${by}`,
  barsOf: (name, by) => `${name} por ${by}`,
  before: 'antes',
  notShown: (why) => `Esta parte no se pudo mostrar: ${why}`,
  costsHidden: 'dice lo que cuesta la mercancía, y quien la preparó no puede verlo.',
  currencies: (others) =>
    `La imagen y las palabras son de la moneda de la tienda; ${others} está en las cifras.`,
  asOf: (moment) => `Cifras del ${moment}.`,
  mail: {
    why: (name) => `Recibe esto porque alguien de la tienda puso su dirección en «${name}».`,
    unsubscribe: 'No enviar más',
    toTeam: (name) => `«${name}» le llega como miembro del equipo. Se cambia en Analítica, Envíos.`,
    open: 'Abrir en el panel',
  },
  every: {
    day: (hour) => `cada día a las ${hour}`,
    week: (weekday, hour) => `cada ${weekday} a las ${hour}`,
    month: (day, hour) => `cada mes el día ${day} a las ${hour}`,
  },
  page: {
    until: (day) => `Este enlace vale hasta el ${day}.`,
    goneTitle: 'Este enlace ya no vale',
    gone: 'Fue retirado, es demasiado antiguo o nunca existió. Pida uno nuevo a quien se lo dio.',
    away: 'Las cifras se están preparando. Inténtelo de nuevo en un minuto.',
    unsubscribeTitle: (name) => `¿No enviar más «${name}»?`,
    unsubscribeText: (email) => `A ${email} no irá nada más de este informe.`,
    unsubscribeVerb: 'Parar estos correos',
    unsubscribed: 'Hecho: no le llegarán más de estos correos.',
  },
  alert: {
    firedSubject: (name, value) => `${name}: ${value}`,
    endedSubject: (name) => `${name}: de nuevo normal`,
    above: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. Está por encima del límite de ${limit}.`,
    below: (measure, when, value, limit) =>
      `${measure} ${when}: ${value}. Está por debajo del límite de ${limit}.`,
    changed: (measure, when, value, share, before) =>
      `${measure} ${when}: ${value}. Es ${share} frente a ${before} una semana antes.`,
    odd: (measure, when, value, low, high) =>
      `${measure} ${when}: ${value}. En un día así lo usual es entre ${low} y ${high}.`,
    expected: (value) => `Se esperaba alrededor de ${value}.`,
    rate: {
      month: 'Ajustada para que los días corrientes causen más o menos una falsa alarma al mes.',
      quarter: 'Ajustada para que los días corrientes causen más o menos una falsa alarma al trimestre.',
      year: 'Ajustada para que los días corrientes causen más o menos una falsa alarma al año.',
    },
    once: 'Se le avisa una vez, y otra cuando termina.',
    isOver: (when) => `Ya terminó: ${when} fue de nuevo como siempre.`,
    ended: (name, when, began) =>
      `«${name}» terminó. ${when} fue de nuevo como siempre; había empezado ${began}.`,
    lasted: (text) => `Duró ${text}.`,
    hours: (count) => (count === 1 ? '1 hora' : `${count} horas`),
    days: (count) => (count === 1 ? '1 día' : `${count} días`),
    weeks: (count) => (count === 1 ? '1 semana' : `${count} semanas`),
    look: 'Verlo en el panel',
    why: (name) => `Recibe esto porque está en la alerta «${name}».`,
  },
};
