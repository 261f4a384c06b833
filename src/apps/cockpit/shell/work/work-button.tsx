import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ListChecks } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useWorkShown } from '../../../../platform/cockpit/state/index.ts';
import styles from '../frame/frame.module.css';
import { shellWords } from '../messages/words.ts';
import { useOwnWork } from './own-work.ts';

const WorkDrawer = lazy(async () => ({ default: (await import('./work-drawer.tsx')).WorkDrawer }));

/** Opens the drawer of long work; says how much of it goes on. */
export function WorkButton() {
  const [isOpen, drawer] = useDisclosure(false);
  useWorkShown(drawer.open);
  const { rows } = useOwnWork();
  const active = rows.filter(({ state }) => state === 'waiting' || state === 'running').length;
  const t = shellWords().work;
  return (
    <>
      <UnstyledButton className={styles.person} onClick={drawer.open}>
        <ListChecks size={16} aria-hidden />
        {active > 0 ? t.active(active) : t.title}
      </UnstyledButton>
      <Suspense fallback={null}>{isOpen && <WorkDrawer isOpen onClose={drawer.close} />}</Suspense>
    </>
  );
}
