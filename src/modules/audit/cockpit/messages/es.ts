import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Registro de auditoría',
  about: 'Quién hizo qué en la tienda, lo más reciente primero. Nadie puede alterarlo.',
  search: 'Nombre, identificador o valor de un campo',
  empty: 'Aún no se ha hecho nada',
  emptyText: 'Cada cambio queda aquí, con quién lo hizo y lo que había antes.',
  verify: 'Comprobar el registro',
  who: 'Quién',
  what: 'Qué',
  when: 'Cuándo',
  kind: 'Tipo',
  id: 'Identificador',
  outcome: 'Resultado',
  operation: 'Operación',
  actor: 'Cuenta',
  changes: 'Cambios',
  field: 'Campo',
  before: 'Antes',
  after: 'Después',
  hidden: 'cambió; el valor no se guarda o no se muestra',
  why: 'Motivo',
  browser: 'Navegador',
  note: 'Anótelo en otro lugar. Con ello, «institor audit verify --head» muestra que nadie cortó el final.',
  outcomes: { done: 'hecho', refused: 'rechazado', failed: 'fallido', asked: 'solicitado' },
  isWhole: (entries, waiting) =>
    `El registro está como se escribió: ${entries} entradas, ${waiting} esperan su sello.`,
  isBroken: (place, what) => `El registro no está como se escribió: ${what} en el lugar ${place}.`,
  from: 'Desde',
};
