import { ok, parseId, parseLocale, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { queryTokens } from './engine/text/tokens.ts';
import { LIMITS } from './query.ts';
import type { RuleTarget, SearchRule } from './settings.ts';
import { deleteRule, lockRules, upsertRule } from './store/rules.ts';

const MOST_PINS = 100;
const MOST_TARGETS = 50;

export type SearchRuleRefusal = Refusal<
  | 'invalid_locale'
  | 'invalid_query'
  | 'query_taken'
  | 'invalid_id'
  | 'invalid_redirect'
  | 'too_many'
  | 'empty'
>;

/** Makes a rule for one query text in one locale, or changes the one with `id`. */
export async function saveSearchRule(
  tx: Tx,
  input: Partial<SearchRule> & Pick<SearchRule, 'locale' | 'query'>,
): Promise<Result<SearchRule, SearchRuleRefusal>> {
  const rule = draftRule(input);
  const refusal = refusalOf(rule);
  if (refusal !== undefined) return { ok: false, refusal };
  await lockRules(tx);
  if (!(await upsertRule(tx, rule)))
    return refuse('query_taken', `there is a rule for "${rule.query}" in ${rule.locale}`, 'query');
  await tell(tx, 'search.settings_changed', {});
  return ok(rule);
}

export async function removeSearchRule(tx: Tx, id: string): Promise<Result<undefined, Refusal<'not_found'>>> {
  if (!(await deleteRule(tx, id))) return refuse('not_found', `no search rule has the id ${id}`, 'id');
  await tell(tx, 'search.settings_changed', {});
  return ok(undefined);
}

function draftRule(input: Partial<SearchRule> & Pick<SearchRule, 'locale' | 'query'>): SearchRule {
  return {
    id: input.id ?? newId(),
    locale: parseLocale(input.locale) ?? '',
    query: queryTokens(input.query)
      .map(({ word }) => word)
      .join(' '),
    pinned: [...new Set(input.pinned ?? [])],
    boosted: input.boosted ?? [],
    buried: input.buried ?? [],
    redirectTo: input.redirectTo === '' ? undefined : input.redirectTo,
  };
}

function refusalOf(rule: SearchRule): SearchRuleRefusal | undefined {
  const { locale, query, pinned, boosted, buried, redirectTo } = rule;
  const no = (code: SearchRuleRefusal['code'], message: string, field: string) => ({ code, message, field });
  if (locale === '') return no('invalid_locale', 'the locale is no language', 'locale');
  if (query === '' || query.length > LIMITS.textLength)
    return no(
      'invalid_query',
      `a query is 1 to ${LIMITS.textLength} characters with a word in them`,
      'query',
    );
  if (pinned.some((id) => parseId(id) === undefined))
    return no('invalid_id', 'a pin is no product id', 'pinned');
  if (pinned.length > MOST_PINS) return no('too_many', `at most ${MOST_PINS} pins`, 'pinned');
  const targets: readonly RuleTarget[] = [...boosted, ...buried];
  if (targets.length > MOST_TARGETS)
    return no('too_many', `at most ${MOST_TARGETS} boosts and buries`, 'boosted');
  if (targets.some(({ facet, value }) => facet === 'product' && parseId(value) === undefined))
    return no('invalid_id', 'a boosted or buried product has no product id', 'boosted');
  if (redirectTo !== undefined && !/^(?:\/(?!\/)|https:\/\/)\S{0,2000}$/.test(redirectTo))
    return no('invalid_redirect', 'a redirect is a path of this shop or an https address', 'redirectTo');
  const isEmpty = pinned.length + targets.length === 0 && redirectTo === undefined;
  return isEmpty ? no('empty', 'the rule does nothing', 'pinned') : undefined;
}
