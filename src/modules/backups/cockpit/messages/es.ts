import { plural, type Translated } from '../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Copias de seguridad',
  about: 'Toda la tienda, base de datos y archivos, para recuperarla pase lo que pase con esta máquina.',
  states: {
    ...{ good: 'Bien guardada', warning: 'Conviene mirar', bad: 'Mal guardada' },
    off: 'Sin configurar',
  },
  now: 'Copiar ahora',
  nowTitle: 'Copiar la tienda',
  begun: 'La copia ha comenzado',
  off: 'No se guarda nada',
  offText:
    'Elija una carpeta en otro disco u otra máquina e inicie la tienda con su ruta. Se copia entonces cada noche, y cada cambio queda guardado en medio minuto.',
  offCommand: 'Iniciar con una carpeta de copias',
  offOnce: 'O una a mano, en cualquier momento',
  last: 'Última copia',
  none: 'Ninguna todavía',
  ago: (when) => `hecha ${when}`,
  log: 'Cambios desde entonces',
  logKept: (when) => `todo hasta ${when} está guardado`,
  logNone: 'aún no guardados',
  logFails: (why) => `no se pueden guardar: ${why}`,
  logElsewhere: 'asunto de quien lleva la base de datos de DATABASE_URL',
  place: 'Carpeta',
  free: (size) => `${size} libres`,
  rule: 'Cuánto tiempo',
  keeping: (daily, weekly, monthly) =>
    `las últimas ${daily} diarias, ${weekly} semanales y ${monthly} mensuales`,
  list: 'Copias guardadas',
  empty: 'Aún no hay copias',
  emptyText: 'La primera se hace esta noche. O ahora: la tienda sigue abierta.',
  columns: { at: 'Hecha', size: 'Tamaño', state: 'Estado', kind: 'Qué es' },
  kinds: { physical: 'Archivos de la base y registro', logical: 'Filas de todas las tablas' },
  withKey: 'con la clave',
  sound: 'intacta',
  soundOn: (when) => `comprobada ${when}`,
  unchecked: 'sin comprobar',
  damaged: (count) => plural('es', count, { one: '1 archivo dañado', other: `${count} archivos dañados` }),
  unusable: 'inservible',
  files: (count) => `${count} archivos`,
  check: 'Comprobar',
  checkLabel: (name) => `Comprobar la copia ${name}`,
  checkTitle: (name) => `Comprobar la copia ${name}`,
  checking: 'La comprobación ha comenzado',
  restore: 'Recuperarla',
  restoreAbout:
    'En una máquina con Institor y la carpeta de copias, en una carpeta vacía. Nunca se recupera nada encima de una tienda.',
  steps: {
    key: 'Ponga secret.key, guardado en otro sitio, en la carpeta nueva. Sin él nada abre lo que la tienda ha sellado.',
    run: 'Recupere. Cada archivo y cada fila se comparan con la copia antes de que la tienda pueda abrir.',
    open: 'Abra la tienda desde allí. Los correos y webhooks que esperaban quedan aparte en Abandonados: quizá ya salieron.',
  },
  command: 'Recuperar esta copia',
  commandLatest: 'Lo mismo con todos los cambios desde entonces',
  commandOpen: 'Abrir la tienda recuperada',
  key: 'La clave de la tienda',
  keyAbout:
    'Las copias no llevan la clave que abre las credenciales selladas. Guarde una copia de secret.key o de SECRET_KEY en otro sitio, por ejemplo en un gestor de contraseñas.',
  restored: (when, moment) => `Esta tienda se recuperó ${when}, en el estado de ${moment}.`,
  held: (count) =>
    plural('es', count, {
      one: '1 correo o llamada que esperaba quedó aparte.',
      other: `${count} correos y llamadas que esperaban quedaron aparte.`,
    }),
  look: 'Verlos',
};
