import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Correos',
  about: 'Lo que la tienda ha escrito a los clientes, lo último primero.',
  empty: 'Todavía no se ha escrito ningún correo',
  emptyText:
    'Pedidos, paquetes, devoluciones y reembolsos escriben correos por sí mismos. Cada uno se guarda aquí como se envió.',
  search: 'Dirección',
  to: 'Para',
  subject: 'Asunto',
  kind: 'Tipo',
  language: 'Idioma',
  state: 'Estado',
  written: 'Escrito',
  sent: 'Enviado',
  attempts: 'Intentos',
  failure: 'Por qué falló',
  order: 'Pedido',
  openOrder: 'Abrir el pedido',
  asShown: 'Como se muestra',
  asText: 'Como texto',
  states: { queued: 'en espera', kept: 'guardado', sent: 'enviado', failed: 'fallido' },
};
