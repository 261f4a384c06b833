import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ListChecks } from 'lucide-react';
import styles from '../frame/frame.module.css';
import { shellWords } from '../messages/words.ts';
import { useOwnWork, WorkDrawer } from './work-drawer.tsx';

/** Opens the drawer of long work; says how much of it goes on. */
export function WorkButton() {
  const [isOpen, drawer] = useDisclosure(false);
  const { rows } = useOwnWork();
  const active = rows.filter(({ state }) => state === 'waiting' || state === 'running').length;
  const t = shellWords().work;
  return (
    <>
      <UnstyledButton className={styles.person} onClick={drawer.open}>
        <ListChecks size={16} aria-hidden />
        {active > 0 ? t.active(active) : t.title}
      </UnstyledButton>
      <WorkDrawer isOpen={isOpen} onClose={drawer.close} />
    </>
  );
}
