import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Answers } from '../question/question.ts';
import type { AlertInput, AlertRefusal } from './alert.ts';
import type { Rule } from './rule.ts';

const LONGEST_NAME = 80;
const LONGEST_QUERY = 4_000;
const MOST_GRACE_MINUTES = 1_440;

/** Whether an alert can be judged at all; the refusal names the field. */
export function checkAlert(
  answers: Pick<Answers, 'about'>,
  input: AlertInput & { readonly maySeeCosts: boolean },
): Result<AlertInput, AlertRefusal> {
  const { query, language, rule, grain, graceMinutes, quiet, recipients, hasWebhooks } = input;
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME) {
    return refuse('invalid_name', `a name has 1 to ${LONGEST_NAME} characters`, 'name');
  }
  if (graceMinutes < 0 || graceMinutes > MOST_GRACE_MINUTES) {
    return refuse('invalid_rule', 'late events are waited for up to a day', 'graceMinutes');
  }
  const problem = whatIsWrong(rule, grain);
  if (problem !== undefined) return refuse('invalid_rule', problem, 'rule');
  const asked = checkWatched(answers, input);
  if (!asked.ok) return asked;
  return ok({ name, query, language, rule, grain, graceMinutes, quiet, recipients, hasWebhooks });
}

/** Whether a query is one number, and one that may be seen. */
export function checkWatched(
  answers: Pick<Answers, 'about'>,
  { query, maySeeCosts }: { readonly query: string; readonly maySeeCosts: boolean },
): Result<undefined, AlertRefusal> {
  if (query.length > LONGEST_QUERY) return refuse('invalid_query', 'the query is too long', 'query');
  const about = answers.about({ kind: 'query', text: query });
  if (!about.ok) {
    const { code, message } = about.refusal;
    if (code === 'analytics_away') throw new TypeError('a query was asked where it was to be read');
    return refuse(code, message, 'query');
  }
  const { measures, dimensions, hasCosts } = about.value;
  if (measures.length !== 1 || dimensions.length > 0) {
    return refuse('one_number', 'an alert watches one number: SHOW one, and no GROUP BY', 'query');
  }
  if (hasCosts && !maySeeCosts) {
    return refuse('costs_hidden', 'this tells what goods cost: it needs costs:read as well', 'query');
  }
  return ok(undefined);
}

function whatIsWrong(rule: Rule, grain: AlertInput['grain']): string | undefined {
  if (rule.kind === 'anomaly') return grain === 'day' ? undefined : 'what is unusual is known of days only';
  if (rule.kind === 'change') return rule.percent > 0 ? undefined : 'a change is by more than nothing';
  const { above, below } = rule;
  if (above === undefined && below === undefined) return 'there has to be a limit above or below';
  return above !== undefined && below !== undefined && above <= below
    ? 'between the limits there has to be something'
    : undefined;
}
