import './events.ts';

export type { DeliveryInput, DeliveryOption } from './delivery-option.ts';
export { deliveryOption, deliveryOptions } from './delivery-options.ts';
export type {
  CarrierTable,
  CarrierTableId,
  DeliveryMethod,
  Dimensions,
  MethodId,
  Rate,
  RateStep,
} from './method.ts';
export type { OpeningHours, PickupPoint, PickupPointId } from './pickup-point.ts';
export type { ShippingRulebook } from './rulebook.ts';
export {
  readCarrierTables,
  readMethods,
  readPickupPoints,
  readShippingRulebook,
  readZones,
} from './store.ts';
export type { Destination, Place, ShippingRefusal, Zone, ZoneId } from './zone.ts';
