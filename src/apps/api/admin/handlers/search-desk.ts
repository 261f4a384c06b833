import { z } from 'zod';
import { ok, type Refusal, type Result } from '../../../../kernel/index.ts';
import { type ProductId, readProducts } from '../../../../modules/catalog/index.ts';
import { addRedirects, readRedirects, removeRedirects } from '../../../../modules/content/index.ts';
import {
  readSearchReport,
  readSearchRules,
  readSynonyms,
  removeSearchRule,
  removeSynonym,
  type SearchRule,
  saveSearchRule,
  saveSynonym,
} from '../../../../modules/search/index.ts';
import {
  type Answer,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { type Db, type Tx, transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { searchDeskEndpoints } from '../contract/search-desk.ts';
import type { AdminDeps } from '../deps.ts';

type Own = typeof searchDeskEndpoints;
type Deps = Pick<AdminDeps, 'db' | 'reads'>;
const POSITION = z.tuple([z.string().max(2_100)]);

export function searchDeskHandlers(deps: Deps): Handlers<Own> {
  const { db, reads } = deps;
  return {
    ...ruleHandlers(deps),
    ...redirectHandlers(deps),
    listSynonyms: async ({ query }) =>
      pageOfAll('synonyms', query, await readSynonyms(reads), {
        keyOf: ({ locale, source, words, id }) => `${locale} ${source ?? words[0]} ${id}`.slice(0, 200),
        itemOf: (one) => one,
      }),
    createSynonym: ({ tx, body }) => saveSynonym(tx, sentFields(body)),
    changeSynonym: ({ params: { id }, body }) =>
      transactOrRefuse(db, (tx) => saveSynonym(tx, { ...sentFields(body), id })),
    removeSynonym: async ({ params: { id } }) => removed(db, (tx) => removeSynonym(tx, id)),
    readSearchReport: async ({ query: { days, limit }, now }) => {
      const report = await readSearchReport(reads, { since: now.subtract({ hours: 24 * days }), limit });
      const itemOf = ({ lastAskedAt, ...rest }: (typeof report.top)[number]) => {
        return { ...rest, lastAskedAt: lastAskedAt.toString() };
      };
      return ok({ ...report, top: report.top.map(itemOf), notFound: report.notFound.map(itemOf) });
    },
  };
}

type RuleNames = 'listSearchRules' | 'createSearchRule' | 'changeSearchRule' | 'removeSearchRule';
type RuleAnswer = Answer<Own['createSearchRule']>;

function ruleHandlers({ db, reads }: Deps): Pick<Handlers<Own>, RuleNames> {
  return {
    listSearchRules: async ({ query }) => {
      const rules = await readSearchRules(reads);
      const titles = await titlesOf(reads, rules);
      const keyOf = ({ locale, query: text, id }: SearchRule) => `${locale} ${text.slice(0, 120)} ${id}`;
      return pageOfAll('search-rules', query, rules, { keyOf, itemOf: (rule) => ruleOf(rule, titles) });
    },
    createSearchRule: async ({ tx, body }) => answered(tx, await saveSearchRule(tx, sentFields(body))),
    changeSearchRule: ({ params: { id }, body }) =>
      transactOrRefuse(db, async (tx) => answered(tx, await saveSearchRule(tx, { ...sentFields(body), id }))),
    removeSearchRule: async ({ params: { id } }) => removed(db, (tx) => removeSearchRule(tx, id)),
  };
}

async function answered<Refused extends Refusal>(
  db: Db,
  saved: Result<SearchRule, Refused>,
): Promise<Result<RuleAnswer, Refused>> {
  return saved.ok ? ok(ruleOf(saved.value, await titlesOf(db, [saved.value]))) : saved;
}

async function titlesOf(db: Db, rules: readonly SearchRule[]): Promise<Map<string, string>> {
  // A rule's pins are ids of products: saveSearchRule refuses others.
  const ids = [...new Set(rules.flatMap(({ pinned }) => pinned))] as ProductId[];
  return new Map((await readProducts(db, ids)).map(({ id, title }) => [id, title]));
}

function ruleOf({ pinned, ...rule }: SearchRule, titles: ReadonlyMap<string, string>): RuleAnswer {
  return { ...rule, pinned: pinned.map((id) => ({ id, title: titles.get(id) ?? '' })) };
}

async function removed<Refused extends Refusal>(
  db: Db,
  remove: (tx: Tx) => Promise<Result<undefined, Refused>>,
): Promise<Result<{ readonly isRemoved: boolean }, Refused>> {
  const done = await transactOrRefuse(db, remove);
  return done.ok ? ok({ isRemoved: true }) : done;
}

type RedirectNames = 'listRedirects' | 'saveRedirects' | 'removeRedirects';

function redirectHandlers({ db, reads }: Deps): Pick<Handlers<Own>, RedirectNames> {
  return {
    listRedirects: async ({ query: { cursor, limit, q } }) => {
      const position = readCursor('redirects', POSITION, cursor);
      if (!position.ok) return position;
      const [after] = position.value ?? [];
      const about = { ...(after === undefined ? {} : { after }), ...(q === undefined ? {} : { q }) };
      const rows = await readRedirects(reads, { ...about, limit: limit + 1 });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      return ok({ items, nextCursor: last && writeCursor('redirects', [last.path]) });
    },
    saveRedirects: async ({ body: { redirects } }) => {
      const { changed, refused } = await transact(db, (tx) => addRedirects(tx, redirects));
      const wrong = refused.map(({ redirect, refusal: { code, message } }) => {
        return { path: redirect.path, target: redirect.target, code, message };
      });
      return ok({ changed, refused: wrong });
    },
    removeRedirects: async ({ tx, body: { paths } }) => ok({ removed: await removeRedirects(tx, paths) }),
  };
}
