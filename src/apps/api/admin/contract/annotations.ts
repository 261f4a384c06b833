import { z } from 'zod';
import { dateInput, endpoint, id, text, uuid } from '../../../../platform/api/index.ts';

const note = z.object({
  id: uuid(),
  ...{ from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) },
  market: z.string().optional().describe('Absent: of the whole shop.'),
  ...{ text: z.string(), author: z.string() },
});

const days = { from: z.string().meta({ format: 'date' }), to: z.string().meta({ format: 'date' }) };
const kinds = ['price', 'planned_price', 'promotion', 'stock_out', 'outage', 'holiday'] as const;
const happening = z.object({
  ...{ kind: z.enum(kinds), ...days },
  name: z.string().optional().describe('Of a promotion, a holiday, or what was out of stock.'),
  countries: z.array(z.string()).optional().describe('Of a holiday.'),
  count: z.int().optional().describe('Variants whose price changed; minutes of an outage.'),
  up: z.int().optional().describe('Of them, those that cost more.'),
  down: z.int().optional(),
});

const fields = {
  ...{ from: dateInput(), to: dateInput(), text: text(500, 1) },
  market: text(60, 1).optional().describe('Absent: of the whole shop.'),
};

const shared = { group: 'Reports' } as const;
const reading = { ...shared, method: 'GET', audience: 'reports:read', rate: 'read' } as const;
const writing = { ...shared, audience: 'reports:write', rate: 'write' } as const;
const changes = { kind: 'annotation', id: 'id', read: 'readAnnotation' } as const;
const REFUSALS = { invalid_span: 422, invalid_text: 422, unknown_market: 422, not_found: 404 } as const;
const params = z.strictObject({ id: id<'annotation'>() });

export const annotationEndpoints = {
  listAnnotations: endpoint({
    ...{ ...reading, path: '/annotations', summary: 'What happened on days that charts show' },
    description:
      'Notes of people, and what the shop knows by itself: prices, promotions that have a time, days without stock of what ' +
      'sells best, times in which nothing ran, public holidays of the countries that are sold to.',
    query: z.strictObject({
      ...{ from: dateInput(), to: dateInput(), market: text(60).optional() },
      language: z.enum(['en', 'de', 'fr', 'es']).optional().describe('Of the names of holidays.'),
    }),
    output: z.object({
      notes: z.array(note),
      happenings: z.array(happening),
      isStockKnown: z.boolean().describe('Reports are away: days without stock are not among them.'),
    }),
    refusals: { invalid_span: 422 },
  }),
  readAnnotation: endpoint({
    ...{ ...reading, path: '/annotations/{id}', summary: 'One note' },
    ...{ params, output: note, refusals: { not_found: 404 } },
  }),
  createAnnotation: endpoint({
    ...{ ...writing, method: 'POST', path: '/annotations', summary: 'Put a note on charts' },
    ...{ body: z.strictObject(fields), output: note, status: 201, idempotency: 'transaction' },
    ...{ refusals: REFUSALS, changes },
  }),
  changeAnnotation: endpoint({
    ...{ ...writing, method: 'PUT', path: '/annotations/{id}', summary: 'Change a note' },
    ...{ params, body: z.strictObject(fields), output: note, refusals: REFUSALS, changes },
  }),
  removeAnnotation: endpoint({
    ...{ ...writing, method: 'DELETE', path: '/annotations/{id}', summary: 'Take a note off charts' },
    ...{ params, output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 }, changes },
  }),
};
