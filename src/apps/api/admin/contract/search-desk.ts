import { z } from 'zod';
import {
  endpoint,
  id,
  instant,
  list,
  pageOf,
  pageQuery,
  queryInteger,
  text,
  uuid,
} from '../../../../platform/api/index.ts';

const read = { group: 'Search', audience: 'products:read', rate: 'read' } as const;
const write = { group: 'Search', audience: 'products:write', rate: 'write' } as const;
const params = z.strictObject({ id: id<'search_setting'>() });

const synonym = z.object({
  id: uuid(),
  locale: z.string(),
  source: z.string().optional(),
  words: z.array(z.string()),
});
const synonymBody = z.strictObject({
  locale: text(35, 2),
  source: text(60).optional().describe('Only it stands for the words, and not they for it.'),
  words: list(text(60), 20, 1),
});
const SYNONYM = { invalid_locale: 422, too_few: 422, too_many: 422, too_long: 422, missing: 422 } as const;

const target = { facet: z.enum(['product', 'brand', 'type', 'tag', 'category']) };
const rule = z.object({
  id: uuid(),
  locale: z.string(),
  query: z.string(),
  pinned: z.array(z.object({ id: uuid(), title: z.string() })),
  boosted: z.array(z.object({ ...target, value: z.string() })),
  buried: z.array(z.object({ ...target, value: z.string() })),
  redirectTo: z.string().optional(),
});
const ruleBody = z.strictObject({
  locale: text(35, 2),
  query: text(200, 1),
  pinned: list(id<'product'>(), 100),
  boosted: list(z.strictObject({ ...target, value: text(255, 1) }), 50),
  buried: list(z.strictObject({ ...target, value: text(255, 1) }), 50),
  redirectTo: text(2_000).optional(),
});
const RULE = {
  ...({ invalid_locale: 422, invalid_query: 422, query_taken: 409, invalid_id: 422 } as const),
  ...({ invalid_redirect: 422, too_many: 422, empty: 422 } as const),
} as const;

const asked = z.object({
  query: z.string(),
  locale: z.string(),
  count: z.int(),
  hits: z.number().describe('On average.'),
  lastAskedAt: instant(),
});
const redirect = z.object({ path: z.string(), target: z.string() });

export const searchDeskEndpoints = {
  listSynonyms: endpoint({
    ...{ ...read, method: 'GET', path: '/search/synonyms', summary: 'Words that stand for each other' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(synonym), refusals: { invalid_cursor: 422 } },
  }),
  createSynonym: endpoint({
    ...{ ...write, method: 'POST', path: '/search/synonyms', summary: 'Make a synonym', status: 201 },
    ...{ body: synonymBody, idempotency: 'transaction', output: synonym, refusals: SYNONYM },
    changes: { kind: 'synonym', id: 'id' },
  }),
  changeSynonym: endpoint({
    ...{ ...write, method: 'PUT', path: '/search/synonyms/{id}', summary: 'Change a synonym', params },
    ...{ body: synonymBody, output: synonym, refusals: SYNONYM },
    changes: { kind: 'synonym', id: 'id' },
  }),
  removeSynonym: endpoint({
    ...{ ...write, method: 'DELETE', path: '/search/synonyms/{id}', summary: 'Take a synonym away', params },
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'synonym', id: 'id' },
  }),
  listSearchRules: endpoint({
    ...{ ...read, method: 'GET', path: '/search/rules', summary: 'What was decided for single searches' },
    ...{ query: z.strictObject(pageQuery), output: pageOf(rule), refusals: { invalid_cursor: 422 } },
  }),
  createSearchRule: endpoint({
    ...{ ...write, method: 'POST', path: '/search/rules', summary: 'Pin, boost, bury or redirect a search' },
    ...{ status: 201, body: ruleBody, idempotency: 'transaction', output: rule, refusals: RULE },
    changes: { kind: 'search_rule', id: 'id' },
  }),
  changeSearchRule: endpoint({
    ...{ ...write, method: 'PUT', path: '/search/rules/{id}', summary: 'Change what was decided', params },
    ...{ body: ruleBody, output: rule, refusals: RULE },
    changes: { kind: 'search_rule', id: 'id' },
  }),
  removeSearchRule: endpoint({
    ...{
      ...write,
      method: 'DELETE',
      path: '/search/rules/{id}',
      summary: 'Leave a search to itself',
      params,
    },
    ...{ output: z.object({ isRemoved: z.boolean() }), refusals: { not_found: 404 } },
    changes: { kind: 'search_rule', id: 'id' },
  }),
  readSearchReport: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/search/report',
      summary: 'What was searched for, and what was not found',
    },
    query: z.strictObject({
      days: queryInteger(1, 400).default(30),
      limit: queryInteger(1, 500).default(100),
    }),
    output: z.object({
      searches: z.int(),
      withoutHits: z.int(),
      top: z.array(asked),
      notFound: z.array(asked),
    }),
    refusals: {},
  }),
  listRedirects: endpoint({
    ...{ ...read, method: 'GET', path: '/redirects', summary: 'Where old addresses lead, by address' },
    query: z.strictObject({ ...pageQuery, q: text(500).optional() }),
    ...{ output: pageOf(redirect), refusals: { invalid_cursor: 422 } },
  }),
  saveRedirects: endpoint({
    ...{ ...write, method: 'PUT', path: '/redirects', summary: 'Say where old addresses lead' },
    body: z.strictObject({
      redirects: list(z.strictObject({ path: text(2_000, 1), target: text(2_000, 1) }), 1_000, 1),
    }),
    output: z.object({
      changed: z.int(),
      refused: z.array(redirect.extend({ code: z.string(), message: z.string() })),
    }),
    refusals: {},
    changes: { kind: 'redirects' },
  }),
  removeRedirects: endpoint({
    ...{ ...write, method: 'POST', path: '/redirect-removals', summary: 'Forget old addresses' },
    ...{ idempotency: 'transaction', body: z.strictObject({ paths: list(text(2_000, 1), 1_000, 1) }) },
    ...{ output: z.object({ removed: z.int() }), refusals: {} },
    changes: { kind: 'redirects' },
  }),
};
