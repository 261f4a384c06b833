import { Button, Group, Kbd } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import type { Decision } from '../decision.ts';
import styles from '../decisions.module.css';
import { WhySections, Worth } from '../evidence/why.tsx';
import { decisionWords, named } from '../words.ts';

/** The reasons of the decision that is pointed at, beside the list. */
export function PreviewPane({ of: decision }: { readonly of: Decision }) {
  const t = decisionWords();
  const go = useGo();
  const { id } = decision;
  const read = useRead('readDecision', { params: { id } }, { about: ['decisions'], isKept: true });
  const whole = read.data?.id === id ? { ...read.data, rank: decision.rank } : undefined;
  return (
    <aside className={styles.pane} aria-label={t.whyTitle}>
      <Card title={decision.subject.label} about={named(t.kinds, decision.kind)}>
        <Worth of={decision} />
        {whole === undefined ? <LoadingState lines={8} /> : <WhySections of={whole} />}
        <Group mt="md">
          <Button
            size="xs"
            variant="default"
            rightSection={<Kbd size="xs">W</Kbd>}
            onClick={() => go(`/decisions/${id}`)}
          >
            {t.open}
          </Button>
        </Group>
      </Card>
    </aside>
  );
}
