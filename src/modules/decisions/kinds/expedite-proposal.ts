import { z } from 'zod';
import type { PurchaseOrder } from '../../purchasing/index.ts';
import { idWithin } from './id-within.ts';

export type ExpediteProposal = {
  readonly purchaseOrderId: PurchaseOrder['id'];
  readonly promisedOn: string;
  readonly wantedOn: string;
};

export const expediteProposal: z.ZodType<ExpediteProposal> = z.object({
  ...{ purchaseOrderId: idWithin<'purchase_order'>(), promisedOn: z.string(), wantedOn: z.string() },
});
