import { z } from 'zod';
import { endpoint } from '../../../../platform/api/index.ts';

/** What a shop needs before it can sell, in the order in which it is easiest done. */
export const SETUP_STEPS = ['shop', 'products', 'delivery', 'taxes', 'payments', 'address', 'order'] as const;

export const setupEndpoints = {
  readSetup: endpoint({
    ...{ method: 'GET', path: '/setup', group: 'Shop', audience: 'settings:read', rate: 'read' },
    summary: 'What is still to be done before the shop can sell',
    output: z.object({
      steps: z.array(z.object({ name: z.enum(SETUP_STEPS), isDone: z.boolean() })),
      canSell: z
        .boolean()
        .describe(
          'Somebody can put something into a cart, have it sent somewhere and pay for it in some way.',
        ),
    }),
    refusals: {},
  }),
};
