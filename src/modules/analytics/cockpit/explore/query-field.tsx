import { Button } from '@mantine/core';
import { CornerDownLeft } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Completion, completionsAt } from '../../language/complete.ts';
import { parseQuery } from '../../language/parse-query.ts';
import type { QueryProblem } from '../../language/query.ts';
import { analyticsWords } from '../words.ts';
import { CompletionList } from './completion-list.tsx';
import styles from './explore.module.css';
import { insertedText } from './inserted-text.ts';
import { ProblemLine } from './problem-line.tsx';
import type { Explore } from './use-explore.ts';
import { useOffered } from './use-offered.ts';

/** The question as text, with what can be written next: chosen by arrow keys and Tab or Enter, or by a press. */
export function QueryField({ explore }: { readonly explore: Explore }) {
  const t = analyticsWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(explore.text);
  const [problem, setProblem] = useState<QueryProblem>();
  const [completion, setCompletion] = useState<Completion>();
  const [active, setActive] = useState(-1);
  useEffect(() => {
    setDraft(explore.text);
    const read = parseQuery(explore.text);
    setProblem(explore.text === '' || read.ok ? undefined : read.refusal);
  }, [explore.text]);
  const choices = useOffered(completion);
  const isOpen = completion !== undefined && choices.length > 0;
  const close = () => setCompletion(undefined);
  const complete = (text: string, offset: number) => {
    const found = completionsAt(text, offset);
    setCompletion(found);
    // What is begun can be taken at once; before anything is typed, Enter asks the question.
    setActive(found.from < offset ? 0 : -1);
  };
  const take = (place: number) => {
    const choice = choices[place];
    if (choice === undefined || completion === undefined) return;
    const { text, offset } = insertedText(draft, completion, choice);
    setDraft(text);
    setProblem(undefined);
    complete(text, offset);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(offset, offset);
    });
  };
  const ask = (text: string) => {
    close();
    const read = parseQuery(text);
    if (read.ok) {
      setProblem(undefined);
      explore.show(read.value);
    } else setProblem(read.refusal);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isComposing = event.nativeEvent.isComposing;
    if (event.key === ' ' && event.ctrlKey) complete(draft, event.currentTarget.selectionStart);
    else if (isOpen && event.key === 'ArrowDown') setActive((active + 1) % choices.length);
    else if (isOpen && event.key === 'ArrowUp') setActive((active <= 0 ? choices.length : active) - 1);
    else if (isOpen && event.key === 'Escape') close();
    else if (isOpen && active >= 0 && (event.key === 'Tab' || event.key === 'Enter')) take(active);
    else if (event.key === 'Enter' && !event.shiftKey && !isComposing) ask(draft);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={styles.query} aria-label={t.explore.text}>
      <div className={styles.write}>
        <textarea
          ref={field}
          className={styles.text}
          aria-label={t.explore.text}
          aria-autocomplete="list"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          placeholder="SHOW net_sales GROUP BY channel DURING last_28_days"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          rows={2}
          value={draft}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            setDraft(value);
            setProblem(undefined);
            complete(value, selectionStart);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <Button
          className={styles.ask}
          size="compact-sm"
          rightSection={<CornerDownLeft size={13} aria-hidden />}
          disabled={draft.trim() === ''}
          onClick={() => ask(draft)}
        >
          {t.explore.ask}
        </Button>
        {isOpen && <CompletionList id={id} choices={choices} active={active} onTake={take} />}
      </div>
      {problem && (
        <ProblemLine
          id={`${id}-problem`}
          problem={problem}
          draft={draft}
          onFix={(text) => {
            setDraft(text);
            ask(text);
          }}
        />
      )}
    </section>
  );
}
