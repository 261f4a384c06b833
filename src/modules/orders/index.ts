import './events.ts';

export { grantOrderAccess, joinGuestOrders, readOrderByAccess } from './access.ts';
export { changeShippingAddress, previewAddressChange } from './after-sale/change-address.ts';
export { type Download, readDownloads, takeDownload } from './after-sale/downloads.ts';
export { type Draft, draftOrder, openDraft, readDrafts } from './after-sale/draft-order.ts';
export { deliverFulfilment, fulfilOrder, openQuantity } from './after-sale/fulfil-order.ts';
export type { Fulfilment, FulfilmentId, FulfilRefusal } from './after-sale/fulfilment.ts';
export { cancelExchange, finishExchange } from './after-sale/linked/end-exchange.ts';
export { addToOrder, exchangePieces } from './after-sale/linked/make-linked.ts';
export { payOrder } from './after-sale/pay-order.ts';
export { endProposal, payProposal, proposeAddress, readProposals } from './after-sale/proposed/proposals.ts';
export { retryReturn } from './after-sale/proposed/retry-return.ts';
export { readExchanges, readFulfilments, readLinkedOrders, readRefunds } from './after-sale/read.ts';
export { type Inspected, labelReturn, receiveReturn } from './after-sale/receive-return.ts';
export { type Refund, type RefundId, type RefundRefusal, restOf } from './after-sale/refund.ts';
export { type ResolveRefusal, refundOrder, resolveRefund } from './after-sale/refund-order.ts';
export { type RemoveRefusal, removePieces } from './after-sale/remove-pieces.ts';
export { decideReturn, type ReturnedPieces, requestReturn, returnable } from './after-sale/request-return.ts';
export { RETURN_REASONS, type Return, type ReturnId, type ReturnRefusal } from './after-sale/return.ts';
export { listReturns, type ReturnRow, readReturns } from './after-sale/store/returns.ts';
export { listWithdrawals, readWithdrawal, readWithdrawals } from './after-sale/store/withdrawals.ts';
export { handleWithdrawal, type Withdrawal, withdraw, withdrawalEndOf } from './after-sale/withdraw.ts';
export { type CancelOrder, type CancelRefusal, cancelOrder } from './cancel-order.ts';
export { addOrderNote, archiveOrders, readOrderTags, readTimeline, tagOrders } from './desk/mark-orders.ts';
export { type OrderDesk, previewRefund, readCustomerReturns, readOrderDesk } from './desk/order-desk.ts';
export { FULFILMENT_STANDINGS, ORDER_QUEUES, ORDER_SORTS, PAYMENT_STANDINGS } from './desk/standing.ts';
export { type Queue, readMentions, readOrderQueues, readSales, seeMentions } from './desk/today.ts';
export { ORDER_EVENT_KINDS } from './event-kind.ts';
export { type OrderDeps, openOrders, recoverOrders } from './open-orders.ts';
export type { CancelReason, Order, OrderEvent, OrderId, OrderLine, OrderLineId, OrderRow } from './order.ts';
export { orderButton } from './order-button.ts';
export { type CaptureRefusal, capturePayment } from './pay/capture-payment.ts';
export { type ReceiveMoney, receiveMoney } from './pay/receive-money.ts';
export { receiveWebhook, settlePayment } from './pay/receive-webhook.ts';
export { placeOrder } from './place/place-order.ts';
export type { Placed, PlacedNext, PlaceOrder, PlaceRefusal } from './placed.ts';
export {
  countOrders,
  type ListOrders,
  listOrders,
  readOrder,
  readOrdered,
  readOrders,
} from './read-orders.ts';
export { mayDo, ORDER_STATES, type OrderFacts, type OrderState, stateOf, verbsOf } from './state.ts';
export { handOverReactions, ordersCrons, ordersJobs, ordersReactions, ordersStarts } from './tasks.ts';
