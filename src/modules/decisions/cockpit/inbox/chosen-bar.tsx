import { Button, Group } from '@mantine/core';
import type { Decision } from '../decision.ts';
import styles from '../decisions.module.css';
import { decisionWords } from '../words.ts';

/** What is done to all that are chosen. */
export function ChosenBar(props: {
  readonly of: readonly Decision[];
  readonly isBusy: boolean;
  readonly onApprove: () => void;
  readonly onReject: () => void;
  readonly onClear: () => void;
}) {
  const t = decisionWords();
  return (
    <div className={styles.banner} role="toolbar" aria-label={t.selected(props.of.length)}>
      <strong>{t.selected(props.of.length)}</strong>
      <Group gap="xs">
        <Button size="compact-sm" variant="subtle" color="gray" onClick={props.onClear}>
          {t.cancel}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.onReject}>
          {t.reject}
        </Button>
        <Button size="compact-sm" loading={props.isBusy} onClick={props.onApprove}>
          {t.approve}
        </Button>
      </Group>
    </div>
  );
}
