import './events.ts';

export { type DeliveryDates, deliveryDates } from './delivery-dates.ts';
export type { DeliveryInput, DeliveryOption } from './delivery-option.ts';
export { deliveryOption, deliveryOptions } from './delivery-options.ts';
export { type ExplainedMethod, explainDelivery } from './explain-delivery.ts';
export { easterSunday, isBusinessDay } from './holidays.ts';
export {
  type Label,
  type LabelProvider,
  type LabelRequest,
  PLAIN_LABELS,
  type PlainLabel,
  plainLabel,
} from './label.ts';
export type {
  CarrierTable,
  CarrierTableId,
  DeliveryMethod,
  Dimensions,
  MethodId,
  Rate,
  RateStep,
} from './method.ts';
export { nearestPoints } from './nearest-points.ts';
export type { OpeningHours, PickupPoint, PickupPointId } from './pickup-point.ts';
export type { ShippingRulebook } from './rulebook.ts';
export { removeCarrierTable, saveCarrierTable } from './save-carrier-table.ts';
export { removeMethod, saveMethod } from './save-method.ts';
export { type PickupPointDraft, removePickupPoints, savePickupPoints } from './save-pickup-points.ts';
export { removeZone, saveZone } from './save-zone.ts';
export {
  readCarrierTables,
  readMethods,
  readPickupPoints,
  readShippingRulebook,
  readZones,
} from './store/read.ts';
export { CARRIERS, trackingUrl } from './tracking.ts';
export type { Destination, Place, ShippingRefusal, Zone, ZoneId } from './zone.ts';
