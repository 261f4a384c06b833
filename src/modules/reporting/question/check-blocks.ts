import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Answers, ReportBlock } from './question.ts';

type BlockRefusal = Refusal<
  | 'no_blocks'
  | 'too_many'
  | 'invalid_name'
  | 'unknown_report'
  | 'invalid_query'
  | 'invalid_span'
  | 'costs_hidden'
>;

const LONGEST_TITLE = 120;
const MOST_MEASURES = 4;

/** Whether blocks can be asked by who saves them; the refusal names the field. */
export function checkBlocks(
  answers: Pick<Answers, 'about'>,
  blocks: readonly ReportBlock[],
  { maySeeCosts, most }: { readonly maySeeCosts: boolean; readonly most: number },
): Result<undefined, BlockRefusal> {
  if (blocks.length === 0) return refuse('no_blocks', 'there has to be something to show', 'blocks');
  if (blocks.length > most) return refuse('too_many', `at most ${most} parts are shown`, 'blocks');
  for (const [index, { title, question, measures }] of blocks.entries()) {
    const field = `blocks[${index}]`;
    if (title.length > LONGEST_TITLE) {
      return refuse('invalid_name', `a title has at most ${LONGEST_TITLE} characters`, `${field}.title`);
    }
    const about = answers.about(question);
    if (!about.ok) {
      const { code, message } = about.refusal;
      // Nobody is asked yet, so that nobody can be away.
      if (code === 'analytics_away') throw new TypeError('a question was asked where it was to be read');
      return refuse(code, message, `${field}.question`);
    }
    if (about.value.hasCosts && !maySeeCosts) {
      return refuse(
        'costs_hidden',
        'this tells what goods cost: it needs costs:read as well',
        `${field}.question`,
      );
    }
    const unknown = measures.find((id) => !about.value.measures.includes(id));
    if (unknown !== undefined || measures.length > MOST_MEASURES) {
      return refuse(
        'invalid_query',
        `up to ${MOST_MEASURES} numbers of this report are shown`,
        `${field}.measures`,
      );
    }
  }
  return ok(undefined);
}
