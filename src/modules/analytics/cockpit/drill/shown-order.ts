import type { Told } from '../../../../platform/cockpit/api/index.ts';

/** An order behind a number, as the API tells it. */
export type ShownOrder = Told<'listReportOrders'>['items'][number];
