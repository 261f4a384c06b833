import type { LetterWords } from '../letter-words.ts';

export const es: LetterWords = {
  purchaseOrder: 'Pedido de compra',
  supplier: 'Proveedor',
  deliverTo: 'Dirección de entrega',
  orderedOn: 'Fecha del pedido',
  deliverBy: 'Entrega antes del',
  incoterm: 'Condiciones de entrega',
  payment: 'Pago',
  paymentDays: '{days} días después de la factura',
  item: 'Artículo',
  yourNumber: 'Su referencia',
  ourNumber: 'nuestra referencia {sku}',
  quantity: 'Cantidad',
  price: 'Precio',
  per: 'por {count}',
  amount: 'Importe',
  total: 'Total sin impuestos',
  note: 'Nota',
  quoteNumber: 'Indique {number} en el albarán y en la factura, por favor.',
  subject: 'Pedido de compra {number} de {shop}',
  title: 'Pedido de compra {number}',
  text: 'Adjunto encontrará nuestro pedido. Debería llegarnos antes del {day}.',
  pleaseConfirm:
    'Confirme las cantidades, los precios y el día de entrega respondiendo a este mensaje, por favor.',
  soonerSubject: '¿Puede llegar antes el pedido {number}?',
  soonerTitle: '¿Puede llegar antes {number}?',
  soonerText:
    'Necesitamos la mercancía de nuestro pedido {number} antes del {day}. Díganos si es posible, aunque sea en parte.',
};
