import { Kbd, Modal } from '@mantine/core';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { DESKS } from '../desks.ts';
import { shellWords } from '../messages/words.ts';
import styles from './frame.module.css';

/** Every key and what it does. */
export function ShortcutList({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const may = useMay();
  const { language } = writtenIn();
  const t = shellWords();
  const ways = DESKS.flatMap(({ navigation }) => navigation).filter(
    ({ key, permission }) => key && may(permission),
  );
  const keys = [
    ...t.keys,
    ...ways.map(({ key, label }) => ({ keys: ['g', key ?? ''], does: t.goTo(label[language]) })),
  ];
  return (
    <Modal opened={isOpen} onClose={onClose} title={t.shortcuts} centered>
      <dl className={styles.keys}>
        {keys.map(({ keys: pressed, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {pressed.map((key) => (
                <Kbd key={key} size="xs" mx={2}>
                  {key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
