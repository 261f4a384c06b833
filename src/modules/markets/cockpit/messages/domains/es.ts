import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { domains as en } from './en.ts';

export const domains: Translated<typeof en> = {
  title: 'Dominio',
  about: 'La dirección que aparece en enlaces, correos, mapas del sitio y feeds.',
  address: 'Dirección de la tienda',
  addressAbout: 'Decirla aquí solo cambia enlaces: lo que hay que hacer en otro sitio está abajo.',
  bySetting: 'Decidido donde se arranca el programa:',
  settingWins: 'Vale antes que la dirección guardada aquí.',
  byKept: 'Decidido por la dirección guardada aquí.',
  byNothing:
    'Nadie ha dicho dónde está la tienda. Los enlaces se hacen con la dirección por la que se pregunta, y los enlaces de los ' +
    'correos solo llevan a esta máquina.',
  kept: 'Dirección pública',
  keptText: 'Con https, sin ruta ni barra al final.',
  keptButSetting: 'Vale cuando se quite BASE_URL.',
  check: 'Comprobar la dirección',
  checks: (address: string) => `Pregunta a ${address} si es esta tienda.`,
  validUntil: (date: string) => `válido hasta el ${date}`,
  answered: (status: number, ms: number) => `estado ${status}, tras ${ms} ms`,
  endsSoon: (days: number) =>
    `El certificado acaba en ${days} días. Quien lo renueva, casi siempre el proxy, parece no haberlo hecho.`,
  facts: {
    dns: 'El nombre lleva a',
    certificate: 'Certificado',
    issuer: 'Emitido por',
    redirect: 'Redirige a',
    answer: 'Respuesta',
  },
  outcomes: {
    this_shop: {
      title: (at: string) => `${at} es esta tienda`,
      text: 'Ha respondido con sus propias claves.',
    },
    redirects_here: {
      title: (at: string) => `${at} lleva a esta tienda`,
      text: 'Por una redirección. Dé la dirección a la que lleva: así los enlaces no dan rodeos.',
    },
    redirects_away: {
      title: (at: string) => `${at} lleva a otro sitio`,
      text: 'Una redirección va a una dirección donde esta tienda no responde. Mire el proxy o el reenvío del dominio.',
    },
    another_institor: {
      title: (at: string) => `Otro Institor está en ${at}`,
      text: 'Responde el mismo programa con otras claves: otra tienda, u otra máquina con su propio SECRET_KEY.',
    },
    another_site: {
      title: (at: string) => `Alguien más está en ${at}`,
      text: 'Lo que responde no es esta tienda. Apunte aquí el nombre, o el proxy que hay detrás.',
    },
    bad_address: {
      title: (at: string) => `No se puede preguntar a «${at}»`,
      text: 'Tiene que ser una dirección http o https en un puerto habitual, como https://shop.example.',
    },
    private_address: {
      title: (at: string) => `${at} no está en la internet pública`,
      text: 'Por seguridad la tienda no pregunta nada en su red. Los clientes de fuera no llegan a una dirección así.',
    },
    unreachable: {
      title: (at: string) => `No se llega a ${at}`,
      text: 'El nombre no lleva a ninguna parte, o allí no escucha nadie. Un nombre nuevo tarda hasta un día en conocerse.',
    },
    too_slow: {
      title: (at: string) => `${at} no respondió a tiempo`,
      text: 'Hay algo en esa dirección y no responde. Un cortafuegos, casi siempre.',
    },
    bad_certificate: {
      title: (at: string) => `Los navegadores no confían en ${at}`,
      text: 'Su certificado no vale para este nombre. Deje que el proxy busque uno, por ejemplo de Let’s Encrypt.',
    },
  },
  pointing: {
    title: 'Apuntar un dominio aquí',
    about:
      'Institor habla http; un proxy delante (Caddy, nginx, Traefik, el del proveedor) habla https con el mundo.',
    dns: 'Donde compró el dominio: un registro A (o AAAA) con la dirección de la máquina.',
    proxy: 'En la máquina: un proxy que tiene el certificado y lo pasa todo a',
    headers: 'Debe poner X-Forwarded-For y X-Forwarded-Proto.',
    trust: 'Para que la tienda le crea:',
    isSet: 'puesto',
    isNotSet: 'sin poner',
    setting: 'Para que las cookies sean seguras y los proveedores de pago encuentren la vuelta:',
    settingText:
      'Las cookies solo por https y las direcciones para proveedores de pago siguen este ajuste; la dirección guardada ' +
      'aquí no las cambia.',
    last: 'Arranque la tienda de nuevo y compruebe la dirección de arriba.',
  },
};
