import { Button, Group, Modal, Stack } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Facts } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import type { Letter } from './letter.ts';
import styles from './system.module.css';
import { systemWords } from './words.ts';

const ABOUT = ['system'];

/** What failed, why, and what it was about. */
export function LetterDialog({ letter, onClose }: { readonly letter: Letter; readonly onClose: () => void }) {
  const t = systemWords().givenUp;
  const done = (text: string) => ({
    about: ABOUT,
    onDone: () => {
      sayDone(text);
      onClose();
    },
  });
  const retry = useWrite('retryDeadLetter', done(t.retried(1)));
  const dismiss = useWrite('dismissDeadLetter', done(t.dismissed(1)));
  const params = { id: letter.id };
  return (
    <Modal
      opened
      onClose={onClose}
      title={letter.name}
      size="lg"
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="md">
        <Facts
          of={[
            [t.when, momentOf(letter.diedAt)],
            [t.attempts, String(letter.attempts)],
            [t.event, letter.eventId],
            [t.what, <code key="payload">{letter.payload}</code>],
          ]}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <section className={styles.error} aria-label={t.why} tabIndex={0}>
          {letter.error}
        </section>
        {useMay()('system:write') && (
          <Group justify="flex-end" gap="xs">
            <ConfirmButton
              title={t.dismissTitle}
              text={t.dismissText}
              verb={t.dismiss}
              onConfirm={() => dismiss.mutateAsync({ params })}
            >
              {t.dismiss}
            </ConfirmButton>
            <Button loading={retry.isPending} onClick={() => retry.mutate({ params })}>
              {t.retry}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
