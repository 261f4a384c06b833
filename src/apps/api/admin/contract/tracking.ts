import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  integer,
  list,
  queryInteger,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const MODES = ['cookieless', 'ask'] as const;
const PURPOSES = ['statistics', 'preferences', 'marketing'] as const;
const REASONS = ['staff', 'user_agent', 'headless', 'prefetch', 'rate'] as const;

const read = { group: 'Tracking', method: 'GET', audience: 'settings:read', rate: 'read' } as const;
const write = { group: 'Tracking', audience: 'settings:write', rate: 'write' } as const;
const changes = { kind: 'tracking', read: 'readTracking' } as const;

const mode = z
  .enum(MODES)
  .describe('`cookieless`: nothing on the visitor’s device, nobody is asked. `ask`: a banner asks for more.');
const refused = z
  .array(z.enum(PURPOSES))
  .describe('What Global Privacy Control refuses without asking, everywhere where no rule says otherwise.');

const bannerText = z.object({
  market: z.string().describe('Empty for every market that has no words of its own.'),
  ...{ locale: z.string(), title: z.string(), text: z.string() },
});

const tracking = z.object({
  mode,
  gpcRefuses: refused,
  holdsDays: z.int().describe('A decision is asked for again after so many days.'),
  regions: z.int().describe('Rules for some countries alone, beside that for all others.'),
  decisions: z
    .object({ accepted: z.int(), rejected: z.int(), withdrawn: z.int(), bySignal: z.int() })
    .describe('In the last `days` days. Who decided nothing leaves no trace.'),
  banners: z.array(bannerText).describe('The shop’s own words; built-in ones stand in for what is not here.'),
  dropped: z.array(
    z.object({
      day: z.string().meta({ format: 'date' }).describe('Of arrival, in UTC.'),
      reason: z.enum([...REASONS, 'late', 'invalid']),
      count: z.int().describe('Events that were not counted as a shopper’s.'),
      held: z.int().describe('Of them, those that can still be put back.'),
    }),
  ),
});

const sender = z.object({
  ...{ id: uuid(), name: z.string(), createdAt: instant() },
  revokedAt: instant().optional(),
});

const decision = z.object({
  decidedAt: instant(),
  choices: z.object({ statistics: z.boolean(), preferences: z.boolean(), marketing: z.boolean() }),
  method: z.enum(['accept_all', 'reject_all', 'choices', 'withdrawal', 'signal']),
  hasGpc: z.boolean().describe('Global Privacy Control stood in the request.'),
  shown: z.object({ version: z.string(), locale: z.string(), text: z.string() }),
  sha256: z.string().describe('Of the text that was shown.'),
});

export const trackingEndpoints = {
  readTracking: endpoint({
    ...{
      ...read,
      path: '/tracking',
      summary: 'How visits are counted, what visitors decided, what was dropped',
    },
    query: z.strictObject({ days: queryInteger(1, 365).optional().describe('28 unless said.') }),
    ...{ output: tracking, refusals: {} },
  }),
  saveTracking: endpoint({
    ...{ ...write, method: 'PATCH', path: '/tracking', summary: 'Change how visits are counted' },
    description: 'What is not sent stays as it is. What was decided and shown before keeps its proof.',
    body: z.strictObject({
      mode: z.enum(MODES).optional(),
      gpcRefuses: list(z.enum(PURPOSES), 3).optional(),
      holdsDays: integer(1, 730).optional(),
    }),
    ...{ output: z.object({ isSaved: z.boolean() }), refusals: { invalid: 422 }, changes },
  }),
  saveConsentBanner: endpoint({
    ...{ ...write, method: 'PUT', path: '/tracking/banner', summary: 'Ask for consent in words of your own' },
    description:
      'For a market and language; title and text both empty go back to the built-in words. What visitors saw before stays in ' +
      'the proof of what they decided.',
    body: z.strictObject({
      market: text(60).describe('Empty for all markets that have none of their own.'),
      locale: text(35, 2),
      ...{ title: text(100), text: text(1_000) },
    }),
    ...{ output: z.object({ isSaved: z.boolean() }), changes },
    refusals: { invalid: 422, unknown_locale: 422, unknown_market: 422 },
  }),
  releaseQuarantine: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/tracking/released',
      summary: 'Put events back that were dropped wrongly',
    },
    description: 'All that one reason put aside in the last seven days. They are in reports within a minute.',
    body: z.strictObject({ reason: z.enum(REASONS) }),
    ...{ idempotency: 'transaction', output: z.object({ count: z.int() }), refusals: {}, changes },
  }),
  readConsentProof: endpoint({
    ...{
      ...read,
      path: '/tracking/consent',
      summary: 'Every decision of a consent id, with the text that was shown',
    },
    query: z.strictObject({ id: id<'consent'>().describe('From the visitor’s page of privacy choices.') }),
    output: z.object({
      decisions: z.array(decision).describe('The first first; the last one holds.'),
      isWhole: z.boolean().describe('Every text has the hash that was kept with the decision.'),
    }),
    refusals: { not_found: 404 },
  }),
  listEventSenders: endpoint({
    ...{
      ...read,
      path: '/event-senders',
      summary: 'Servers that may send events by the Measurement Protocol',
    },
    ...{ query: z.strictObject({}), output: z.object({ items: z.array(sender) }), refusals: {} },
  }),
  createEventSender: endpoint({
    ...{ ...write, method: 'POST', path: '/event-senders', summary: 'Let a server send events', status: 201 },
    description: 'The secret (`api_secret`) is in this answer and nowhere else.',
    body: z.strictObject({ name: text(100, 1) }),
    ...{ idempotency: 'transaction', refusals: { missing: 422 }, stepUp: true },
    output: z.object({ id: uuid(), secret: z.string() }),
    changes: { kind: 'event_sender', id: 'id', read: 'listEventSenders' },
  }),
  revokeEventSender: endpoint({
    ...{ ...write, method: 'DELETE', path: '/event-senders/{id}', summary: 'Refuse what a server sends' },
    params: z.strictObject({ id: id<'sender'>() }),
    ...{ output: z.object({ isRevoked: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'event_sender', id: 'id', read: 'listEventSenders' },
  }),
};
