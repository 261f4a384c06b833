import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { payments as en } from './en.ts';

export const payments: Translated<typeof en> = {
  answers: {
    payments: '¿Pueden pagar todos los que quieren?',
    declines: '¿Por qué hay pagos que quedan en nada?',
    payment_fees: '¿Cuánto retienen los proveedores de pago?',
    disputes: '¿Cuántos clientes hacen que su banco recupere el dinero?',
    tax: '¿Qué debemos a quién, hasta la unidad más pequeña?',
    discounts: '¿Cuánto quitan promociones y códigos, y de qué tamaño son esos pedidos?',
    refund_reasons: '¿Por qué vuelven los artículos?',
  },
};
