import './events.ts';

export { grantOrderAccess, readOrderByAccess } from './access.ts';
export { type CancelOrder, type CancelRefusal, cancelOrder } from './cancel-order.ts';
export type { OrderDeps } from './deps.ts';
export { type ListOrders, listOrders, type OrderPage } from './list-orders.ts';
export { openOrders } from './open-orders.ts';
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
export { orderButton } from './order-button.ts';
export { type CaptureRefusal, capturePayment } from './pay/capture-payment.ts';
export { receiveWebhook } from './pay/receive-webhook.ts';
export { settlePayment } from './pay/settle-payment.ts';
export { placeOrder } from './place/place-order.ts';
export type { Placed, PlacedNext, PlaceOrder, PlaceRefusal } from './placed.ts';
export { readOrder, readOrders } from './read-orders.ts';
export { type Recovered, recoverOrders } from './recover-orders.ts';
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
export { ordersCrons, ordersJobs, ordersStarts } from './tasks.ts';
export { addOrderNote, readTimeline } from './timeline.ts';
