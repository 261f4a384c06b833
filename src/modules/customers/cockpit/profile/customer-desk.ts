import type { Told } from '../../../../platform/cockpit/api/index.ts';

/** A customer and all that belongs to them, as the API tells it. */
export type CustomerDesk = Told<'readCustomerDesk'>;
