import { Modal, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { DESKS } from '../desks.ts';
import { shellWords } from '../messages/words.ts';
import { type Entry, entriesOf, matching } from './entries.ts';
import styles from './palette.module.css';

const MOST_OF_EACH = 5;

/** Finds pages, actions, and things by what is typed; Enter goes to the one that is marked. */
export function Palette({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const go = useGo();
  const t = shellWords();
  const entries = useEntries(typed.trim(), isOpen);
  const place = Math.min(at, Math.max(0, entries.length - 1));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) setTyped('');
  }, [isOpen]);
  useEffect(() => setAt(0), [typed]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const open = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    go(entry.path);
  };
  const hear = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((place + step + entries.length) % Math.max(1, entries.length));
    }
    if (event.key === 'Enter') open(entries[place]);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      size={600}
      padding={0}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t.find } }}
    >
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={styles.box}
        leftSection={<Search size={16} />}
        placeholder={t.findHint}
        aria-label={t.find}
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={entries[place] ? `palette-${place}` : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={hear}
      />
      <ScrollArea.Autosize mah="56vh" viewportRef={list}>
        <div role="listbox" id="palette" aria-label={t.find} className={styles.list}>
          {entries.map((entry, index) => (
            <UnstyledButton
              key={`${entry.group} ${entry.path} ${entry.title}`}
              id={`palette-${index}`}
              role="option"
              aria-selected={index === place}
              tabIndex={-1}
              className={styles.entry}
              onMouseMove={() => setAt(index)}
              onClick={() => open(entry)}
            >
              <span className={styles.title}>{entry.title}</span>
              <span className={styles.detail}>{entry.detail}</span>
              <span className={styles.group}>{entry.group}</span>
            </UnstyledButton>
          ))}
          {entries.length === 0 && <p className={styles.none}>{t.foundNothing}</p>}
        </div>
      </ScrollArea.Autosize>
    </Modal>
  );
}

function useEntries(typed: string, isOpen: boolean): readonly Entry[] {
  const may = useMay();
  const [settled] = useDebouncedValue(typed, 120);
  const { language } = writtenIn();
  const words = shellWords();
  const finders = DESKS.flatMap(({ finders: own = [] }) => own).filter(({ permission }) => may(permission));
  const found = useQuery({
    queryKey: ['palette', settled],
    enabled: isOpen && settled.length >= 2,
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(
        finders.map(async ({ label, find }) =>
          (await find(settled, signal))
            .slice(0, MOST_OF_EACH)
            .map(({ title, detail, path }) => ({ title, detail, path, group: label[language] })),
        ),
      );
      return lists.flat();
    },
  });
  const ways = matching(entriesOf(DESKS, { language, may, words }), typed);
  return typed.length >= 2 ? [...ways.slice(0, MOST_OF_EACH), ...(found.data ?? [])] : ways;
}
