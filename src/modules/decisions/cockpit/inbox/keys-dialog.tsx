import { Kbd, Modal } from '@mantine/core';
import styles from '../decisions.module.css';
import { decisionWords } from '../words.ts';

const KEYS = [
  ...([
    ['move', ['J', 'K']],
    ['approve', ['A']],
    ['reject', ['R']],
    ['edit', ['E']],
  ] as const),
  ...([
    ['why', ['W']],
    ['select', ['X']],
    ['help', ['?']],
  ] as const),
] as const;

/** The keys of the inbox. */
export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = decisionWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.keys} centered>
      <dl className={styles.keyList}>
        {KEYS.map(([name, keys]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{t.keyHelp[name]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
