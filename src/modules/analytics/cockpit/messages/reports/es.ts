import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import { DEFINITIONS } from '../../../language/definitions/es.ts';
import { NAMES } from '../../../language/names/es.ts';
import { notes } from '../annotations/es.ts';
import { behaviour } from '../behaviour/es.ts';
import { customers } from '../customers/es.ts';
import { explore } from '../explore/es.ts';
import { live } from '../live/es.ts';
import { payments } from '../payments/es.ts';
import { products } from '../products/es.ts';
import { trade } from '../trade/es.ts';
import type { reports as en } from './en.ts';

export const reports: Translated<typeof en> = {
  groups: {
    sales: 'Ventas',
    money: 'Dinero',
    visits: 'Visitas',
    customers: 'Clientes',
    more: 'Otros',
  },
  answers: {
    ...behaviour.answers,
    ...trade.answers,
    ...payments.answers,
    ...customers.answers,
    ...products.answers,
    sales_over_time: '¿Cuánto vendemos, del bruto al total?',
    sales_by_product: '¿Qué productos se venden?',
    sales_by_variant: '¿Qué tallas y colores se venden?',
    sales_by_market: '¿Dónde vendemos?',
    sales_by_country: '¿A qué países van los pedidos?',
    sales_by_discount: '¿Cuánto vendemos con qué descuento?',
    refunds: '¿Qué vuelve, y cuánto valen los pedidos después?',
    margin: '¿Qué queda después de lo que cuesta la mercancía?',
    conversion: '¿Cuántas visitas acaban en pedido?',
    funnel: '¿Dónde acaban las visitas, entre mirar y comprar?',
    channels: '¿Qué trae visitas y pedidos?',
    cohorts: '¿Vuelven los clientes?',
    new_and_returning: '¿Vivimos de clientes nuevos o de antiguos?',
  },
  ...NAMES,
  definitions: DEFINITIONS,
  events: behaviour.events,
  behaviour: behaviour.behaviour,
  explore: explore.explore,
  live,
  notes,
};
