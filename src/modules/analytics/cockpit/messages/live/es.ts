import { plural, type Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { live as en } from './en.ts';

export const live: Translated<typeof en> = {
  title: 'En directo',
  about: 'Quién está ahora en la tienda. La vista se actualiza sola; bots y equipo no cuentan.',
  asOf: (moment) => `a las ${moment}`,
  now: 'Ahora en la tienda',
  last5: 'visitantes en los últimos 5 minutos',
  last30: (shown, count) =>
    plural('es', count, {
      one: `${shown} en los últimos 30 minutos`,
      other: `${shown} en los últimos 30 minutos`,
    }),
  minutes: 'Páginas vistas por minuto',
  minutesAgo: (minutes) => `hace ${minutes} min`,
  thisMinute: 'ahora',
  minute: (ago, views) => `${ago}: ${views}`,
  stages: 'Hasta dónde han llegado',
  stagesAbout: 'Visitantes de los últimos 30 minutos, cada uno donde llegó al final.',
  cart: 'Carrito lleno',
  checkout: 'Pagando',
  bought: 'Compró',
  orders: 'Pedidos recién hechos',
  noOrders: 'Ningún pedido en los últimos 30 minutos',
  total: (count, sum) => `${count} · ${sum}`,
  pages: 'Dónde están',
  pagesAbout: 'La última página que vio cada visitante de los últimos 5 minutos.',
  countries: 'Países',
  channels: 'Canales',
  devices: 'Dispositivos',
  ofHalfHour: 'Visitantes de los últimos 30 minutos.',
  nobody: 'Nadie en este momento',
  noneText: 'En cuanto alguien abra una página de la tienda, aparecerá aquí en segundos.',
  notKnown: 'No se sabe',
};
