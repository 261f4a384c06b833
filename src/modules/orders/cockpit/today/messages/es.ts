import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { queues } from '../../messages/queues/es.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Hoy',
  sales: 'Ventas de hoy',
  orders: (count: string) => `${count} pedidos`,
  against: (amount: string, orders: string) =>
    `El mismo día de la semana pasada hasta ahora: ${amount} en ${orders} pedidos`,
  why: 'Cómo se cuenta',
  whyText:
    'Pedidos hechos desde la medianoche en la zona de la tienda, pagados o prometidos y no cancelados; con impuestos, sin lo que quitaron los cambios. Comparados con el mismo día de la semana anterior hasta la misma hora.',
  hour: (hour: string) => `${hour}:00`,
  now: 'Hoy',
  before: 'Hace una semana',
  none: 'Nada le espera',
  noneText:
    'Pedidos por enviar, devoluciones, reembolsos y todo lo que necesita una mano aparece aquí por sí solo.',
  since: (when: string) => `el más antiguo ${when}`,
  until: (when: string) => `el primero vence ${when}`,
  all: 'Mostrar todo',
  retry: 'Reintentar',
  ship: 'Enviar',
  setup: 'Abra su tienda',
  setupDone: (done: string, all: string) => `${done} de ${all} pasos hechos`,
  setupGo: 'Seguir',
  parts: {
    to_ship: 'Pedidos por enviar',
    declined: 'Pagos rechazados',
    refunds: 'Reembolsos por terminar',
    returns_asked: 'Devoluciones por decidir',
    returns_coming: 'Devoluciones por recibir',
    exchanges: 'Cambios abiertos',
    withdrawals: 'Desistimientos por responder',
    mentions: 'Notas para usted',
    decisions: 'Decisiones que más aportan',
    disputes: 'Disputas por responder',
    refunds_to_send: 'Reembolsos por enviar a mano',
    low_stock: 'Pocas existencias',
    imports: 'Importaciones con errores',
    dead_letters: 'Trabajos abandonados',
    pages: 'Páginas de pago cambiadas',
  },
  errors: (count: string) => `${count} filas con errores`,
  disputeReasons: queues.disputes.reasons,
};
