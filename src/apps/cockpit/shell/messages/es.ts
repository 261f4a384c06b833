import type { Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  action: 'Acción',
  appearance: 'Apariencia',
  close: 'Cerrar',
  find: 'Buscar o ir a',
  findHint: 'Pedido, producto, cliente, página…',
  foundNothing: 'No se encontró nada.',
  goTo: (place) => `Ir a ${place}`,
  keys: [
    { keys: ['Ctrl/⌘', 'K'], does: 'Buscar o ir a' },
    { keys: ['/'], does: 'Buscar en esta lista' },
    { keys: ['j', 'k'], does: 'Fila siguiente y anterior' },
    { keys: ['o'], does: 'Abrir la fila' },
    { keys: ['x'], does: 'Seleccionar la fila; con Mayús hasta aquí' },
    { keys: ['Ctrl/⌘', 'S'], does: 'Guardar' },
    { keys: ['?'], does: 'Estos atajos' },
  ],
  menu: 'Menú',
  navigation: 'Navegación principal',
  openShop: 'Abrir la tienda',
  page: 'Página',
  profile: 'Perfil y seguridad',
  schemes: { light: 'Claro', dark: 'Oscuro', auto: 'Como el dispositivo' },
  sections: { work: 'Trabajo', shop: 'Tienda', settings: 'Ajustes' },
  shortcuts: 'Atajos de teclado',
  signOut: 'Cerrar sesión',
  skip: 'Ir al contenido',
  work: {
    title: 'Trabajos largos',
    empty: 'Nada en curso',
    emptyText:
      'Importaciones, exportaciones y cambios grandes muestran aquí su avance y dejan aquí sus archivos.',
    active: (count) => `${count} en curso`,
    progress: (done, total) => `${done} de ${total}`,
    stop: 'Detener',
    stopping: 'deteniéndose',
    earlier: 'Mostrar anteriores',
    states: {
      waiting: 'en espera',
      running: 'en curso',
      done: 'terminado',
      failed: 'fallido',
      cancelled: 'detenido',
    },
  },
};
