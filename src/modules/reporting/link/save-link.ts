import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { checkBlocks } from '../question/check-blocks.ts';
import type { Answers } from '../question/question.ts';
import { MOST_BLOCKS } from '../schedule/schedule.ts';
import { countLinks, insertLink, markRevoked } from '../store/links.ts';
import { selectSchedule } from '../store/schedules.ts';
import type { Language } from '../words/words.ts';
import type { Link, LinkId, LinkRefusal, LinkSource } from './link.ts';
import { digestOf, newToken } from './token.ts';

const MOST_LINKS = 200;
const LONGEST_TITLE = 80;
const MOST_DAYS = 366;

type LinkInput = {
  readonly title: string;
  readonly language: Language;
  readonly source: LinkSource;
  readonly days: number;
  readonly by: string;
  readonly maySeeCosts: boolean;
  readonly now: Temporal.Instant;
};

/**
 * Makes a page of numbers that opens without an account. Its token is in the answer and nowhere else, ever.
 *
 * @example
 * const made = await createLink(tx, { answers }, { title: 'For the bank', source, days: 90, … });
 * if (made.ok) hand over `/r/${made.value.token}`;
 */
export async function createLink(
  tx: Tx,
  { answers }: { readonly answers: Pick<Answers, 'about'> },
  input: LinkInput,
): Promise<Result<{ readonly link: Link; readonly token: string }, LinkRefusal>> {
  const title = input.title.trim();
  if (title === '' || title.length > LONGEST_TITLE) {
    return refuse('invalid_name', `a title has 1 to ${LONGEST_TITLE} characters`, 'title');
  }
  if (input.days < 1 || input.days > MOST_DAYS) {
    return refuse('invalid_expiry', `a link works for 1 to ${MOST_DAYS} days`, 'days');
  }
  const source = await checkSource(tx, answers, input);
  if (!source.ok) return source;
  if ((await countLinks(tx)) >= MOST_LINKS)
    return refuse('too_many', `there are ${MOST_LINKS} links already`);
  const token = newToken();
  const digest = digestOf(token);
  if (digest === undefined) throw new TypeError('a new token is none');
  const { language, by: createdBy, maySeeCosts, now, days } = input;
  const link: Link = {
    ...{ id: newId<'report_link'>(), title, language, source: source.value, maySeeCosts, createdBy },
    ...{ createdAt: now, expiresAt: now.add({ hours: 24 * days }), revokedAt: undefined },
    ...{ lastOpenedOn: undefined, openedCount: 0 },
  };
  await insertLink(tx, link, digest);
  return ok({ link, token });
}

/** Takes it back: whoever opens it from now on sees nothing. */
export async function revokeLink(
  tx: Tx,
  { id, now }: { readonly id: LinkId; readonly now: Temporal.Instant },
): Promise<Result<undefined, LinkRefusal>> {
  return (await markRevoked(tx, id, now))
    ? ok(undefined)
    : refuse('not_found', 'there is no such link', 'id');
}

async function checkSource(
  tx: Tx,
  answers: Pick<Answers, 'about'>,
  { source, maySeeCosts }: LinkInput,
): Promise<Result<LinkSource, LinkRefusal>> {
  if (source.kind === 'blocks') {
    const checked = checkBlocks(answers, source.blocks, { maySeeCosts, most: MOST_BLOCKS });
    if (checked.ok) return ok(source);
    const { code, message, field = 'blocks' } = checked.refusal;
    return refuse(code, message, `source.${field}`);
  }
  const known = await selectSchedule(tx, source.scheduleId);
  return known ? ok(source) : refuse('unknown_schedule', 'there is no such schedule', 'source');
}
