import type { Asking, RowOf } from '../../../platform/cockpit/api/index.ts';
import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const shippingWords = () => messagesOf<typeof en>('shipping');

export type Zone = RowOf<'listShippingZones'>;
export type Method = RowOf<'listDeliveryMethods'>;
export type Rate = Method['rates'][number];
export type Table = RowOf<'listCarrierTables'>;
export type Point = RowOf<'listPickupPoints'>;
export type MethodBody = Asking<'createDeliveryMethod'>['body'];
export type RateBody = NonNullable<MethodBody['rates']>[number];
export type TableBody = Asking<'createCarrierTable'>['body'];

export const ABOUT = { about: ['shipping', 'markets'] };
export const ALL = { query: { limit: '100' } };
