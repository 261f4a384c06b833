import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { links as en } from './en.ts';

export const links: Translated<typeof en> = {
  title: 'Enlaces compartidos',
  about: 'Páginas de cifras para quien no tiene cuenta: solo para leer, hasta que usted las retire.',
  empty: 'Todavía no se comparte nada',
  emptyText: 'Para un banco, un socio o un proveedor: una dirección, cifras al día, sin iniciar sesión.',
  create: 'Compartir cifras',
  name: 'Título',
  nameHint: 'Para el banco',
  shows: 'Muestra',
  showsSchedule: (name) => `las partes de «${name}»`,
  ownQuery: 'una consulta',
  parts: (count) => (count === 1 ? 'una consulta propia' : `${count} partes propias`),
  days: 'Vale',
  forDays: (count) => `${count} días`,
  until: (day) => `hasta el ${day}`,
  warning:
    'Quien tiene la dirección ve estas cifras y nada más: ni pedidos ni clientes. Los costes solo si usted puede verlos.',
  address: 'Dirección',
  once: 'Cópiela ahora: no se guarda en ningún sitio y no se muestra más.',
  kept: 'La he guardado',
  neverOpened: 'sin abrir',
  opened: (count, day) => `abierto ${count === 1 ? 'una vez' : `${count} veces`}, la última el ${day}`,
  states: { live: 'vale', revoked: 'retirado', expired: 'caducado' },
  revoke: 'Retirar',
  revokeTitle: (title) => `¿Retirar «${title}»?`,
  revokeText: 'Quien lo abra desde ahora no ve nada. No se puede deshacer.',
  revoked: 'Retirado',
};
