import { Button } from '@mantine/core';
import type { QueryProblem } from '../../language/query.ts';
import { analyticsWords } from '../words.ts';
import styles from './explore.module.css';

/** What is wrong with a text, with the piece of it that is wrong, and a press that puts in what was probably meant. */
export function ProblemLine({
  id,
  problem,
  draft,
  onFix,
}: {
  readonly id: string;
  readonly problem: QueryProblem;
  readonly draft: string;
  readonly onFix: (text: string) => void;
}) {
  const t = analyticsWords();
  const { code, at, length, found, expected, suggestion } = problem;
  const [before, after] = [draft.slice(Math.max(0, at - 30), at), draft.slice(at + length, at + length + 30)];
  return (
    <div className={styles.problem} id={id} role="alert">
      <p>
        {found === '' && code === 'unexpected'
          ? t.explore.endsEarly(expected.slice(0, 4).join(', '))
          : t.explore.problems[code](found, expected.slice(0, 6).join(', '))}
        {suggestion && (
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => onFix(draft.slice(0, at) + suggestion + draft.slice(at + length))}
          >
            {t.explore.meant(suggestion)}
          </Button>
        )}
      </p>
      <code aria-hidden>
        {at > 30 ? '…' : ''}
        {before}
        <mark>{found === '' ? ' ' : found}</mark>
        {after}
      </code>
    </div>
  );
}
