import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { evidence as en } from './en.ts';

export const evidence: Translated<typeof en> = {
  attach: 'Adjuntar',
  takes: (provider, types, each, all, count) =>
    `${provider} acepta ${types}: hasta ${each} por archivo, ${all} en total, como máximo ${count} archivos.`,
  onePerKind: 'Un archivo de cada clase y uno más.',
  takesNone: (provider) =>
    `${provider} no acepta archivos con una respuesta: diga con palabras lo que mostrarían.`,
  providers: {
    ...{ stripe: 'Stripe', paypal: 'PayPal', worldpay: 'Worldpay', test: 'El proveedor de prueba' },
    ...{ bank_transfer: 'Transferencia', cash_on_delivery: 'Contra reembolso' },
  },
  documents: { invoice: 'Factura', packing_slip: 'Albaranes' },
  drop: 'Elija archivos o suéltelos aquí',
  dropHint: 'Una firma del transportista, mensajes, una foto del paquete…',
  uploading: (name) => `Recibiendo ${name}`,
  kindOf: (name) => `Qué muestra ${name}`,
  remove: (name) => `Quitar ${name}`,
  kinds: {
    receipt: 'Factura o recibo',
    shipping_documentation: 'Prueba de envío',
    customer_communication: 'Mensajes con el cliente',
    customer_signature: 'Firma del cliente',
    refund_policy: 'Condiciones de reembolso',
    service_documentation: 'Prueba de un servicio',
    other: 'Otra cosa',
  },
  size: 'Tamaño de lo adjunto',
  used: (used, all) => `${used} de ${all}`,
  wrongType: (name, types) => `«${name}» no es un archivo ${types}.`,
  tooLarge: (name, most) => `«${name}» supera ${most}.`,
  problems: {
    too_large: 'Es más de lo que el proveedor acepta en total. Quite algo.',
    too_many: 'Son más archivos de los que el proveedor acepta. Quite uno.',
    too_many_of_a_kind:
      'Solo una clase puede tener un segundo archivo, y solo si no hay «Otra cosa». Quite uno.',
  },
  elsewhere: (provider) =>
    `${provider} solo acepta pruebas en sus propias páginas. Inicie sesión allí, abra la disputa por su número y entregue lo que hay aquí antes del plazo.`,
  reference: 'Número de la disputa',
  customer: 'Cliente',
  close: 'Cerrar',
  show: 'Qué se envió',
  sentBy: (who, when) => `Enviado por ${who}, ${when}`,
  files: 'Archivos',
  noFiles: 'No se enviaron archivos.',
  erased: (when) => `Sus textos y archivos se borraron el ${when}.`,
  notKept: 'Lo que se envió entonces no se conservó.',
};
