import { z } from 'zod';
import { endpoint, instant, integer, money, moneyInput, text } from '../../../../platform/api/index.ts';

const group = 'Mandates';
const write = { group, audience: 'mandate:write', rate: 'write' } as const;
const params = z.strictObject({ kind: text(40, 1) });
const changes = { kind: 'mandate', id: 'kind', read: 'listMandates' } as const;

const rule = z.enum(['ask', 'within', 'never']);
const limitsIn = z.strictObject({
  most: moneyInput().optional().describe('What one decision moves.'),
  mostShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('How far one changes what is there: 0.2 is a fifth.'),
  week: moneyInput().optional().describe('What all of the last seven days move together.'),
  weekCount: integer(0, 100_000).optional(),
  leastValue: moneyInput().optional().describe('What it is expected to bring at least.'),
  onlyReversible: z.boolean(),
  fromHour: integer(0, 23).describe('By the shop’s clocks; the same as the other: at any time.'),
  toHour: integer(0, 23),
});
const limits = z.object({
  ...{ most: money.optional(), mostShare: z.number().optional(), week: money.optional() },
  ...{ weekCount: z.int().optional(), leastValue: money.optional(), onlyReversible: z.boolean() },
  ...{ fromHour: z.int(), toHour: z.int() },
});
const draft = { rule, limits: limitsIn, isDryRun: z.boolean() };

const mandate = z.object({
  ...{ kind: z.string(), version: z.string(), rule, limits, isDryRun: z.boolean() },
  ...{ setBy: z.string(), setAt: instant().optional() },
  lost: z.object({ at: instant(), why: z.enum(['intervals', 'money']) }).optional(),
  reversibility: z.enum(['reversible', 'until_sent', 'irreversible']),
  spent: z.object({ amount: money, count: z.int() }).describe('Of the last seven days.'),
  look: z
    .object({ at: instant(), found: z.int(), failedAt: instant().optional(), failure: z.string() })
    .optional(),
});

const share = z.number().min(0);
const economics = {
  marginFloor: share.max(0.9).describe('Of the net price that is to be left after cost.'),
  holding: share.max(5).describe('What keeping goods for a year costs, of their cost.'),
  salvage: share.max(1).describe('What pieces bring of their cost that nobody wants any more.'),
  slowCoverDays: integer(14, 1_000).describe('How long stock may last before it is slow.'),
  attention: moneyInput().describe('What a decision is to be worth at least before it is put to a person.'),
};
const stopping = { output: z.object({ isStopped: z.boolean(), released: z.int() }), refusals: {} } as const;

export const mandateEndpoints = {
  listMandates: endpoint({
    ...{ group, audience: 'decisions:read', method: 'GET', rate: 'read', path: '/mandates' },
    summary: 'What may be decided without asking, by kind',
    output: z.object({
      items: z.array(mandate),
      stopped: z.object({ at: instant(), by: z.string() }).optional(),
      economics: z.object({
        ...{ marginFloor: z.number(), holding: z.number(), salvage: z.number(), slowCoverDays: z.int() },
        attention: money,
      }),
    }),
    refusals: {},
  }),
  saveMandate: endpoint({
    ...{
      ...write,
      method: 'PUT',
      path: '/mandates/{kind}',
      summary: 'Say what of a kind may be done without asking',
    },
    description:
      'Within limits on one decision and on a week. A kind that was wrong too often has lost its mandate: saving it again is ' +
      'giving it back.',
    ...{ stepUp: true, params, body: z.strictObject({ ...draft, version: text(20, 1) }), output: mandate },
    refusals: {
      unknown_kind: 404,
      no_limit: 422,
      invalid_limit: 422,
      invalid_currency: 422,
      version_changed: 409,
    },
    changes,
  }),
  tryMandate: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/mandates/{kind}/try',
      summary: 'What a mandate would have done in four weeks',
    },
    ...{ params, body: z.strictObject(draft) },
    output: z.object({
      ...{ days: z.int(), proposed: z.int(), done: z.int(), amount: money, value: money },
      asked: z.array(z.object({ why: z.string(), count: z.int() })),
    }),
    ...{ idempotency: 'none', refusals: { unknown_kind: 404, invalid_currency: 422 } },
    changes: { nothing: 'proposals of the past are replayed, and nothing is kept of it' },
  }),
  stopMandates: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/mandates/stop',
      summary: 'Stop everything that is done without asking',
    },
    description: 'From its answer on nothing is; what waited to be done goes back to who decides.',
    ...{ idempotency: 'transaction', ...stopping, changes: { kind: 'mandate', read: 'listMandates' } },
  }),
  startMandates: endpoint({
    ...{ ...write, method: 'POST', path: '/mandates/start', summary: 'Let mandates act again' },
    ...{ stepUp: true, idempotency: 'transaction', ...stopping },
    changes: { kind: 'mandate', read: 'listMandates' },
  }),
  saveEconomics: endpoint({
    ...{ ...write, method: 'PUT', path: '/decision-economics', summary: 'Say what decisions reckon with' },
    ...{ body: z.strictObject(economics), output: z.object({ isSaved: z.boolean() }) },
    refusals: { invalid_currency: 422 },
    changes: { kind: 'mandate', read: 'listMandates' },
  }),
};
