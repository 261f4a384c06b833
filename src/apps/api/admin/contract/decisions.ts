import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  list,
  money,
  queryFlag,
  queryInteger,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { decision, decisionState, subject, wholeDecision } from './decision-fields.ts';

const read = { group: 'Decisions', audience: 'decisions:read', method: 'GET', rate: 'read' } as const;
const write = { group: 'Decisions', audience: 'decisions:write', method: 'POST', rate: 'write' } as const;
const params = z.strictObject({ id: id<'decision'>() });
const changes = { kind: 'decision', id: 'id', read: 'readDecision' } as const;
const version = text(20, 1).optional().describe('As it was seen; left out: whatever it is by now.');
const DECIDING = {
  ...({ not_found: 404, wrong_state: 409, version_changed: 409, over: 409 } as const),
  ...({ permission_needed: 403 } as const),
};
const reason = text(500, 1).describe(
  'Why not: it is kept, and the same is not proposed again for the same facts.',
);
const proportion = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

export const decisionEndpoints = {
  listDecisions: endpoint({
    ...{
      ...read,
      path: '/decisions',
      summary: 'What is worth deciding, the most worth first; or what was decided',
    },
    description:
      'Without `state` those that are open, all of them, by what they are worth: what each is expected to bring, plus what ' +
      'waiting for the next look costs. With one the latest first, page by page.',
    query: z.strictObject({
      ...{ state: decisionState.optional(), kind: text(40).optional(), isByMandate: queryFlag().optional() },
      before: id<'decision'>().optional().describe('Those proposed before this one.'),
      limit: queryInteger(1, 200).optional(),
    }),
    output: z.object({ items: z.array(decision), hasMore: z.boolean() }),
    refusals: {},
  }),
  countDecisions: endpoint({
    ...{
      ...read,
      path: '/decisions/count',
      summary: 'How many are open, what they are worth, and the best three',
    },
    output: z.object({
      ...{ open: z.int(), worth: money, best: z.array(decision), isStopped: z.boolean() },
      lost: z.array(z.string()).describe('Kinds that have lost their mandate.'),
      leftOut: z
        .object({ count: z.int(), worth: money, attention: money })
        .describe('What is worth less than `attention`, or beyond 25 of a kind: counted, not asked.'),
      costUnknown: z
        .object({ count: z.int(), of: z.array(subject) })
        .describe('What nobody has said the cost of, so that nothing is proposed for it; the first by name.'),
    }),
    refusals: {},
  }),
  readDecision: endpoint({
    ...{ ...read, path: '/decisions/{id}', summary: 'A decision with its reasons and what became of it' },
    ...{ params, output: wholeDecision, refusals: { not_found: 404 } },
  }),
  approveDecision: endpoint({
    ...{ ...write, path: '/decisions/{id}/approve', summary: 'Approve a decision, and do it' },
    description:
      'By the verbs that a person’s click would call, with the permission for them. `could_not_apply` says what they refused; ' +
      'the decision is `failed` then and may be changed and tried again.',
    ...{ params, body: z.strictObject({ version }), output: wholeDecision, idempotency: 'two_phase' },
    ...{ refusals: { ...DECIDING, could_not_apply: 409 }, changes },
  }),
  rejectDecision: endpoint({
    ...{ ...write, path: '/decisions/{id}/reject', summary: 'Say no to a decision, and why' },
    ...{ params, body: z.strictObject({ reason, version }), output: wholeDecision },
    ...{ idempotency: 'transaction', refusals: DECIDING, changes },
  }),
  reopenDecision: endpoint({
    ...{ ...write, path: '/decisions/{id}/reopen', summary: 'Take a no back' },
    ...{ params, output: wholeDecision, idempotency: 'transaction', refusals: DECIDING, changes },
  }),
  undoDecision: endpoint({
    ...{ ...write, path: '/decisions/{id}/undo', summary: 'Take back what a decision did' },
    description: 'Refused where the world has moved on: another price was set, the goods are on their way.',
    ...{ params, output: wholeDecision, idempotency: 'transaction' },
    ...{ refusals: { ...DECIDING, irreversible: 409, could_not_undo: 409 }, changes },
  }),
  editDecision: endpoint({
    ...{ ...write, method: 'PATCH', path: '/decisions/{id}', summary: 'Change what a decision proposes' },
    description: 'What it is expected to bring is reckoned anew, by the same model.',
    params,
    body: z.strictObject({
      version,
      fields: list(z.strictObject({ key: text(40, 1), value: text(40) }), 200, 1).describe(
        'Those that change; money as a decimal. A line of an order by its variant, 0 takes it out.',
      ),
    }),
    output: wholeDecision,
    refusals: { ...DECIDING, invalid_edit: 422, not_editable: 422, not_enough: 409 },
    changes,
  }),
  decideMany: endpoint({
    ...{ ...write, path: '/decisions/decide', summary: 'Approve or reject many, each by itself' },
    body: z.strictObject({
      act: z.enum(['approve', 'reject']),
      decisions: list(z.strictObject({ id: id<'decision'>(), version }), 100, 1),
      reason: reason.optional(),
    }),
    output: z.object({
      done: z.array(uuid()),
      refused: z.array(z.object({ id: uuid(), code: z.string(), message: z.string() })),
    }),
    idempotency: 'two_phase',
    refusals: { reason_required: 422 },
    changes: { kind: 'decision', id: 'done' },
  }),
  lookForDecisions: endpoint({
    ...{ ...write, path: '/decisions/look', summary: 'Look now for what is worth deciding' },
    ...{ output: z.object({ isAsked: z.boolean() }), idempotency: 'transaction', refusals: {} },
    changes: { nothing: 'it asks a worker to look, as it does every hour' },
  }),
  readDecisionScore: endpoint({
    ...{
      ...read,
      path: '/decisions/score',
      summary: 'What decisions were said to bring, and what they brought',
    },
    description:
      'By kind. `coverage`: how many lay within the interval that was said of them (Wilson, 95 %). What would have been is an ' +
      'estimate: what was brought has bounds too, and a prediction is held against it by both their errors.',
    output: z.object({
      kinds: z.array(
        z.object({
          ...{
            kind: z.string(),
            scored: z.int(),
            held: z.int(),
            stated: z.number(),
            coverage: proportion.optional(),
          },
          ...{ predicted: money, realised: money, realisedLow: money, realisedHigh: money },
          ...{ earned: money, lost: money, bias: proportion.optional() },
          ...{ notEnough: z.int(), waiting: z.int().describe('Whose day has not come.') },
          scores: z.array(
            z.object({
              ...{ id: uuid(), label: z.string(), isByMandate: z.boolean(), scoredAt: instant() },
              ...{ predicted: money, low: money, high: money, isHeld: z.boolean() },
              ...{ realised: money, realisedLow: money, realisedHigh: money },
            }),
          ),
        }),
      ),
    }),
    refusals: {},
  }),
};
