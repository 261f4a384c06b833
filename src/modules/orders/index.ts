import './events.ts';

export type {
  CancelReason,
  Order,
  OrderCredit,
  OrderEvent,
  OrderId,
  OrderLine,
  OrderLineId,
  OrderRow,
  OrderTotals,
} from './order.ts';
export type { Placed, PlacedNext, PlaceOrder, PlaceRefusal } from './placed.ts';
export {
  mayDo,
  ORDER_STATES,
  ORDER_VERBS,
  type OrderFacts,
  type OrderState,
  type OrderVerb,
  stateOf,
  verbsOf,
} from './state.ts';
