import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import {
  type Ask,
  askForFile,
  askOf,
  asksCosts,
  type Exploration,
  exportAnswer,
  type FileFormat,
  listExplorationWords,
  parseQuery,
  printQuery,
  readExplorations,
  removeExploration,
  type Spoken,
  saveExploration,
} from '../../../../modules/analytics/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type Caller,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { explorationEndpoints } from '../contract/explorations.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { definedBy, partsOf, reportAnswer } from './reports.ts';
import { shownOrderAnswer } from './shown-order.ts';

const POSITION = z.tuple([z.string().max(300)]);
const HIDDEN = refuse('costs_hidden', 'this tells what goods cost: it needs costs:read as well');
const OFFERED = 50;

/** Questions of one's own: their answers, as files too, the orders behind them, and those that are kept. */
export function explorationHandlers(deps: AdminDeps): Handlers<typeof explorationEndpoints> {
  const { db, reads, system } = deps;
  const { analytics } = system;
  return {
    readExploration: async ({ query: { q, language }, caller, now }) => {
      const asked = await askIn(deps, q, { caller, now });
      if (!asked.ok) return asked;
      const answer = await analytics.runAsk(asked.value.ask);
      return answer.ok ? ok(reportAnswer(answer.value, language)) : answer;
    },
    readExplorationCsv: fileHandler(deps, 'csv'),
    readExplorationXlsx: fileHandler(deps, 'xlsx'),
    readExplorationParquet: fileHandler(deps, 'parquet'),
    readExplorationPdf: fileHandler(deps, 'pdf'),
    listExplorationOrders: async ({ query: { q, cursor, limit, of = [], currency }, caller, now }) => {
      const asked = await askIn(deps, q, { caller, now });
      if (!asked.ok) return asked;
      const position = readCursor('exploration', POSITION, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: position.value[0] };
      const row = { of: Object.fromEntries(of.map(partsOf)), ...sentFields({ currency }) };
      const found = await analytics.drillAsk(asked.value.ask, { ...after, row, limit: limit + 1 });
      if (!found.ok) return found;
      const ids = found.value.slice(0, limit);
      const shown = await analytics.readShownOrders(ids);
      if (!shown.ok) return shown;
      const last = found.value.length > limit ? ids.at(-1) : undefined;
      return ok({
        items: shown.value.map(shownOrderAnswer),
        nextCursor: last && writeCursor('exploration', [last]),
      });
    },
    listExplorationWords: async ({ query: { language = 'en' }, caller }) => {
      const { measures, dimensions } = listExplorationWords();
      const said = definedBy(language);
      const isShown = ({ hasCosts }: (typeof measures)[number]) => !hasCosts || may(caller, 'costs:read');
      return ok({
        measures: measures.filter(isShown).map(({ hasCosts: _, ...measure }) => said(measure)),
        dimensions: dimensions.map(({ id, about }) => said({ id, about })),
      });
    },
    listExplorationValues: async ({ query: { dimension, contains }, now }) => {
      const { measures } = listExplorationWords();
      const counted = ['orders', 'units', 'sessions', 'ad_spend'].find((id) =>
        measures.some((measure) => measure.id === id && measure.dimensions.includes(dimension)),
      );
      if (counted === undefined)
        return refuse('unknown_dimension', `there is no "${dimension}"`, 'dimension');
      const today = now.toZonedDateTimeISO((await readShop(reads)).timeZone).toPlainDate();
      const answer = await analytics.runAsk({
        ...{ measures: [counted], by: [dimension], span: { from: today.subtract({ days: 364 }), to: today } },
        where: contains ? [{ dimension, is: 'contains', values: [contains] }] : [],
        ...{ sort: { by: counted, descending: true }, limit: OFFERED },
      });
      if (answer.ok) {
        const values = answer.value.rows.map(({ of, currency }) =>
          dimension === 'currency' ? (currency ?? '') : (of[dimension] ?? ''),
        );
        return ok({ items: [...new Set(values)] });
      }
      const { code, message } = answer.refusal;
      // What is asked is made here: nothing else can be wrong with it than its words.
      return refuse(code === 'analytics_away' ? code : 'unknown_dimension', message, 'dimension');
    },
    listExplorations: async ({ caller }) => {
      const kept = await readExplorations(reads, actorOf(caller));
      return ok({ items: kept.map((one) => explorationAnswer(one, caller)) });
    },
    createExploration: async ({ body, caller, now, tx }) => {
      const saved = await saveExploration(tx, { ...body, owner: actorOf(caller), now });
      return saved.ok ? ok(explorationAnswer(saved.value, caller)) : saved;
    },
    changeExploration: async ({ params: { id }, body: { version, ...fields }, caller, now }) => {
      const change = { id, version: BigInt(version) };
      const owner = actorOf(caller);
      const saved = await transact(db, (tx) => saveExploration(tx, { ...fields, owner, change, now }));
      return saved.ok ? ok(explorationAnswer(saved.value, caller)) : saved;
    },
    removeExploration: async ({ params: { id }, caller }) => {
      const removed = await transact(db, (tx) => removeExploration(tx, { id, owner: actorOf(caller) }));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
  };
}

type Asker = { readonly caller: Caller; readonly now: Temporal.Instant };
type Asked = { readonly ask: Ask; readonly text: string };

/** What a text asks today, if whoever asks may know it. */
async function askIn(
  { reads }: AdminDeps,
  text: string,
  { caller, now }: Asker,
): Promise<Result<Asked, Refusal<'invalid_query' | 'costs_hidden'>>> {
  const query = parseQuery(text);
  if (!query.ok) {
    const { message, at } = query.refusal;
    return refuse('invalid_query', `${message} (at letter ${at + 1})`, 'q');
  }
  if (asksCosts(query.value) && !may(caller, 'costs:read')) return HIDDEN;
  const { timeZone } = await readShop(reads);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return ok({ ask: askOf(query.value, today), text: printQuery(query.value) });
}

type FileAsked = Asker & {
  readonly query: { readonly q: string; readonly language?: Spoken | undefined };
};

function fileHandler(deps: AdminDeps, format: FileFormat) {
  return async ({ query: { q, language = 'en' }, caller, now }: FileAsked) => {
    const asked = await askIn(deps, q, { caller, now });
    if (!asked.ok) return asked;
    const { ask, text } = asked.value;
    const answer = await deps.system.analytics.runAsk(askForFile(ask, format));
    if (!answer.ok) return answer;
    if (answer.value.isCut && ask.limit === undefined) {
      return refuse(
        'too_many_rows',
        'the answer has more rows than such a file: filter it, or give a LIMIT',
        'q',
      );
    }
    const content = await exportAnswer(answer.value, { format, query: text, language });
    const { from, to } = ask.span;
    return { ok: true, file: { name: `${ask.measures[0]} ${from} ${to}.${format}`, content } } as const;
  };
}

function explorationAnswer({ owner, version, savedAt, ...kept }: Exploration, caller: Caller) {
  return {
    ...kept,
    version: version.toString(),
    savedAt: savedAt.toString(),
    isOwn: owner === actorOf(caller),
  };
}
