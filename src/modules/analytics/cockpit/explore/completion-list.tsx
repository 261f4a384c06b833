import { useEffect, useRef } from 'react';
import type { Choice } from '../../language/complete.ts';
import { analyticsWords, definitionOf, wordOf } from '../words.ts';
import styles from './explore.module.css';

/** What can be written next, below the text: the field keeps the focus, so that typing goes on. */
export function CompletionList({
  id,
  choices,
  active,
  onTake,
}: {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly onTake: (place: number) => void;
}) {
  const t = analyticsWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const nameOf = ({ kind, text }: Choice) => {
    if (kind === 'measure') return wordOf(t.measures, text);
    return kind === 'dimension' ? wordOf(t.dimensions, text) : '';
  };
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={t.explore.choices}
      className={styles.choices}
    >
      {choices.map((choice, place) => (
        // The field has the focus and tells by aria-activedescendant which is meant.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={`${choice.kind} ${choice.text}`}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === active}
          className={styles.choice}
          title={choice.about && definitionOf(choice.about)}
          data-kind={choice.kind}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(place)}
        >
          <code>{choice.text}</code>
          <span>{nameOf(choice)}</span>
        </div>
      ))}
    </div>
  );
}
