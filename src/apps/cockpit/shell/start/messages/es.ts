import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { en } from './en.ts';

export const es: Translated<typeof en> = {
  title: 'Abrir la tienda',
  about:
    'De una tienda vacía a la primera venta. Cada paso lleva un minuto o dos; los clientes no ven nada que usted no haya puesto.',
  canSell: 'La tienda puede recibir pedidos.',
  cannotSell: 'Unos pasos más y la tienda podrá recibir pedidos.',
  progress: (done: number, all: number) => `${done} de ${all} hechos`,
  done: 'Hecho',
  open: 'Pendiente',
  look: 'Ver',
  steps: {
    shop: {
      title: 'Describir la tienda',
      text: 'Su nombre, dónde está establecida y cómo se la contacta: aparece en el pie, en los correos y en las facturas.',
      act: 'Describir',
    },
    products: {
      title: 'Poner productos en los estantes',
      text: 'Un archivo de Shopify, WooCommerce, Magento, BigCommerce o una hoja de cálculo: se reconocen las columnas y nada cambia antes de que lo haya visto.',
      act: 'Importar un archivo',
    },
    delivery: {
      title: 'Decir adónde entrega',
      text: 'Una zona, una forma de entrega y su precio; lo que se ofrece al cliente se prueba enseguida.',
      act: 'Configurar entrega',
    },
    taxes: {
      title: 'Decir qué impuesto se debe',
      text: 'Dónde está registrado; los tipos de la Unión Europea están listos para adoptarse.',
      act: 'Configurar impuestos',
    },
    payments: {
      title: 'Elegir cómo pagan los clientes',
      text: 'Con tarjeta y monederos por Stripe, PayPal o Worldpay, por transferencia o en efectivo contra entrega.',
      act: 'Configurar pagos',
    },
    address: {
      title: 'Dar una dirección a la tienda',
      text: 'El dominio donde los clientes la encuentran; los enlaces de los correos llevan allí.',
      act: 'Configurar dominio',
    },
    order: {
      title: 'Comprar algo usted mismo',
      text: 'Pase por la caja como un cliente y vea llegar el pedido a Hoy.',
      act: 'Ir a la tienda',
    },
  },
};
