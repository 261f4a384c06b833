import { z } from 'zod';
import { ORDER_QUEUES } from '../../../../modules/orders/index.ts';
import { endpoint, instant, money, uuid } from '../../../../platform/api/index.ts';

export const TODAY_PARTS = [
  ...ORDER_QUEUES,
  ...([
    'mentions',
    'decisions',
    'disputes',
    'refunds_to_send',
    'low_stock',
    'imports',
    'dead_letters',
    'pages',
  ] as const),
] as const;

const item = z.object({
  id: z.string(),
  orderId: uuid().optional(),
  title: z.string().describe('What it is known by: an order, a product, a file.'),
  detail: z.string(),
  at: instant().optional().describe('Since when it waits; of a dispute until when it can be answered.'),
  amount: money.optional(),
});

const part = z.object({
  name: z.enum(TODAY_PARTS),
  count: z.int(),
  isCapped: z.boolean().describe('There are more.'),
  items: z.array(item).describe('Those to be done first, at most five.'),
});

const sold = z.object({ orders: z.int(), total: money });

export const todayEndpoints = {
  readToday: endpoint({
    ...{ method: 'GET', path: '/today', group: 'Today', audience: 'staff', rate: 'read' },
    summary: 'What waits for somebody, and what was sold so far today',
    description:
      'Only what the caller may see; parts in which nothing waits are left out. Sales are compared with the same weekday a ' +
      'week ago until the same time, in the zone of the shop.',
    output: z.object({
      parts: z.array(part),
      sales: z
        .array(
          z.object({
            now: sold,
            before: sold,
            hours: z.array(z.object({ hour: z.int(), now: z.string(), before: z.string() })),
          }),
        )
        .optional()
        .describe('By currency, the one with most orders first; decimals by the hour of the day.'),
    }),
    refusals: {},
  }),
};
