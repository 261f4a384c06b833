import { Group, Text } from '@mantine/core';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { purchasingWords } from '../words.ts';

type Amount = Parameters<typeof Money>[0]['of'];
type Permission = Parameters<ReturnType<typeof useMay>>[0];

/** One paper of an order: what it is, what it came to, and how it is taken back where it was a mistake. */
export function Paper(props: {
  readonly title: string;
  readonly details: readonly (string | false)[];
  readonly flaws?: readonly (string | false)[];
  readonly amount: Amount | undefined;
  readonly isUndone?: boolean;
  readonly takeBack?:
    | {
        readonly permission: Permission;
        readonly title: string;
        readonly text: string;
        readonly run: () => Promise<unknown>;
      }
    | undefined;
}) {
  const { title, details, flaws = [], amount, isUndone = false, takeBack } = props;
  const t = purchasingWords();
  const may = useMay();
  const said = [...details, isUndone && t.undone].filter((one) => one !== false);
  const bad = flaws.filter((one) => one !== false);
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={500} td={isUndone ? 'line-through' : undefined}>
          {title}
        </Text>
        {said.length > 0 && (
          <Text size="xs" c="dimmed">
            {said.join(' · ')}
          </Text>
        )}
        {bad.length > 0 && (
          <Text size="xs" c={TEXT_TONES.bad}>
            {bad.join(', ')}
          </Text>
        )}
      </div>
      <Group gap="xs" justify="flex-end">
        {takeBack && !isUndone && may(takeBack.permission) && (
          <ConfirmButton
            title={takeBack.title}
            text={takeBack.text}
            verb={t.takeBack}
            onConfirm={takeBack.run}
          >
            {t.takeBack}
          </ConfirmButton>
        )}
        {amount && (
          <Text size="sm" td={isUndone ? 'line-through' : undefined} component="div">
            <Money of={amount} isDim={isUndone} />
          </Text>
        )}
      </Group>
    </Group>
  );
}
