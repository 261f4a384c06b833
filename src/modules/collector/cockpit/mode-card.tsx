import { Radio, Stack } from '@mantine/core';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import styles from './tracking.module.css';
import { type Tracking, trackingWords } from './words.ts';

const MODES = ['cookieless', 'ask'] as const;

/** Whether visits are counted with nothing on anybody's device, or visitors are asked for more. */
export function ModeCard({ mode }: { readonly mode: Tracking['mode'] }) {
  const t = trackingWords();
  const mayWrite = useMay()('settings:write');
  const save = useWrite('saveTracking', { about: ['tracking'], onDone: () => sayDone(t.saved) });
  const choose = (value: string) => {
    const chosen = MODES.find((one) => one === value);
    if (chosen !== undefined && chosen !== mode) save.mutate({ body: { mode: chosen } });
  };
  return (
    <Card title={t.mode} about={t.modeAbout}>
      <Radio.Group aria-label={t.mode} value={mode} onChange={choose}>
        <Stack gap="xs">
          {MODES.map((one) => (
            <Radio
              key={one}
              value={one}
              className={styles.choice ?? ''}
              disabled={!mayWrite || save.isPending}
              label={t.modes[one]}
              description={t.modeTexts[one]}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Card>
  );
}
