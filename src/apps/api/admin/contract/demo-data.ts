import { z } from 'zod';
import { endpoint, text } from '../../../../platform/api/index.ts';
import { workAnswer, workTitle } from './work.ts';

const KINDS = [
  ...(['past', 'home', 'menu', 'promotion', 'search_rule', 'synonym', 'collection', 'size_table'] as const),
  ...(['page', 'supplier', 'product', 'category'] as const),
] as const;

export const demoDataEndpoints = {
  readDemoData: endpoint({
    ...{ group: 'Demo data', method: 'GET', path: '/demo-data', audience: 'system:read', rate: 'read' },
    summary: 'What of the demo is in the shop, and what of it would stay',
    ...{ query: z.strictObject({}), refusals: {} },
    output: z.object({
      shopName: z.string(),
      parts: z.array(
        z.object({
          kind: z.enum(KINDS),
          goes: z.int(),
          stays: z.int(),
          examples: z
            .array(z.object({ label: z.string(), why: z.enum(['changed', 'ordered', 'in_use']) }))
            .describe('The first of those that stay.'),
        }),
      ),
    }),
  }),
  removeDemoData: endpoint({
    group: 'Demo data',
    method: 'POST',
    path: '/demo-data/removal',
    summary: 'Take the demo out of the shop',
    description:
      'As long work (see there). What somebody changed or ordered stays and is named in the file of the work. Orders ' +
      'and what was posted for them stay: they are proof of what was. Settings stay: without a market nothing is sold.',
    ...{ audience: 'system:write', rate: 'write', idempotency: 'transaction', status: 202 },
    body: z.strictObject({
      shopName: text(200).describe('As the shop is called, typed by who means it.'),
      title: workTitle,
    }),
    ...{ output: workAnswer, refusals: { other_name: 422, no_demo: 409 }, changes: { kind: 'shop' } },
  }),
};
