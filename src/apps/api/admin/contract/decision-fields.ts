import { z } from 'zod';
import { instant, money, uuid } from '../../../../platform/api/index.ts';

/** How decisions are told, everywhere. */
export const decisionState = z.enum([
  ...(['proposed', 'edited', 'approved', 'applied', 'undone', 'rejected', 'expired', 'failed'] as const),
]);

const unit = z.enum(['money', 'count', 'share', 'days', 'number', 'text']);

const field = z.object({
  ...{ key: z.string(), unit, before: z.string().optional(), value: z.string(), isEditable: z.boolean() },
  label: z.string().optional().describe('Of a line of an order: what it is called.'),
  least: z.string().optional().describe('The smallest that an edit may set, for who may see costs.'),
  most: z.string().optional(),
  step: z.string().optional().describe('An edit sets whole multiples of it: a pack.'),
});

export const figure = z.object({
  ...{ key: z.string(), unit },
  value: z.string().describe('Money as a decimal, a share of one, anything else as it is.'),
});

const chart = z.object({
  ...{ kind: z.enum(['stock', 'prices', 'demand', 'goods']), grain: z.enum(['day', 'week']) },
  prices: z.array(z.number()).optional().describe('Of `prices`: in the shop’s currency, as its values are.'),
  chosen: z.int().optional().describe('Which of them is proposed.'),
  labels: z
    .array(z.string())
    .optional()
    .describe('Of `goods`: what each is called, empty of those added up at the end; values are money.'),
  series: z.array(
    z.object({
      ...{ key: z.string(), values: z.array(z.number()) },
      ...{ low: z.array(z.number()).optional(), high: z.array(z.number()).optional() },
    }),
  ),
});

export const subject = z.object({ type: z.string(), id: z.string(), label: z.string() });

/** As a list has it. */
export const decision = z.object({
  ...{ id: uuid(), version: z.string(), kind: z.string(), state: decisionState },
  subject,
  supplier: z.string().describe('Who it is bought from, where that matters.'),
  fields: z.array(field).describe('What is proposed: what is, and what is to be.'),
  predicted: z.object({
    ...{ value: money, low: money, high: money, confidence: z.number(), horizonDays: z.int() },
    counterfactual: z.string().describe('Against what: `price_stays`, `not_ordered`.'),
  }),
  waitCostPerDay: money,
  rank: z
    .object({ worth: money, wait: money, daysToNextLook: z.int() })
    .optional()
    .describe('Of what is open: what it is expected to bring, plus what waiting for the next look costs.'),
  risk: z.object({ key: z.string(), chance: z.number().optional() }),
  reversibility: z.enum(['reversible', 'until_sent', 'irreversible']),
  ...{ proposedBy: z.string(), proposedAt: instant(), expiresAt: instant(), appliedAt: instant().optional() },
  mandate: z
    .string()
    .describe('By which mandate it was done, `mark_down@3`; empty where a person approved it.'),
  acts: z.array(z.string()).describe('What may be done to it now, by whoever asks.'),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  outcome: z
    .union([
      z.object({
        ...{ isEnough: z.literal(true), value: money, low: money, high: money, method: z.string() },
        ...{ figures: z.array(figure), scoredAt: instant() },
      }),
      z.object({ isEnough: z.literal(false), why: z.string(), scoredAt: instant() }),
    ])
    .optional(),
});

/** With everything that speaks for it, and what became of it. */
export const wholeDecision = decision.extend({
  evidence: z.object({ figures: z.array(figure), computed: z.string(), chart: chart.optional() }),
  supersedes: uuid().optional(),
  carried: z.array(field).describe('What somebody had changed in the one that it took the place of.'),
  steps: z.array(
    z.object({
      ...{ from: decisionState.optional(), to: decisionState, by: z.string(), at: instant() },
      why: z.string().describe('A person’s words, or a key such as `superseded`, `over_week`.'),
    }),
  ),
});
