export { type DeliveryPage, readDeliveries, readDelivery, replayDelivery } from './deliveries.ts';
export type {
  Attempt,
  Delivery,
  DeliveryId,
  Endpoint,
  EndpointId,
  EndpointRefusal,
  WebhookDeps,
} from './endpoint.ts';
export {
  changeEndpoint,
  createEndpoint,
  dropOldSecret,
  type EndpointChange,
  readEndpoints,
  removeEndpoint,
  rotateSecret,
} from './endpoints.ts';
export { webhookReactions } from './post-messages.ts';
export { webhooksCrons, webhooksJobs } from './tasks.ts';
export { type PublicTopic, TOPICS as WEBHOOK_TOPICS } from './topics.ts';
