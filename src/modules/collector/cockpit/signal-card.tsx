import { Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { StateBadge } from '../../../platform/cockpit/value/index.ts';
import { type Purpose, type Tracking, trackingWords } from './words.ts';

const PURPOSES: readonly Purpose[] = ['statistics', 'preferences', 'marketing'];
const DAYS = [90, 182, 365] as const;

/** What Global Privacy Control refuses, and how long a decision holds. */
export function SignalCard({
  of: { gpcRefuses, holdsDays, regions },
}: {
  readonly of: Pick<Tracking, 'gpcRefuses' | 'holdsDays' | 'regions'>;
}) {
  const t = trackingWords();
  const mayWrite = useMay()('settings:write');
  const save = useWrite('saveTracking', { about: ['tracking'], onDone: () => sayDone(t.saved) });
  const isOff = !mayWrite || save.isPending;
  const toggle = (purpose: Purpose) => {
    const refuses = PURPOSES.filter((one) => gpcRefuses.includes(one) !== (one === purpose));
    save.mutate({ body: { gpcRefuses: refuses } });
  };
  const days = [...new Set([...DAYS, holdsDays])].toSorted((a, b) => a - b);
  return (
    <Card
      title={t.signal}
      about={t.signalAbout}
      actions={
        <StateBadge tone={gpcRefuses.length > 0 ? 'good' : 'waiting'}>
          {gpcRefuses.length > 0 ? t.honoured : t.ignored}
        </StateBadge>
      }
    >
      <Stack gap="md">
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={500} mb={6}>
            {t.signalRefuses}
          </Text>
          <Group gap="lg">
            {PURPOSES.map((purpose) => (
              <Checkbox
                key={purpose}
                label={t.purposes[purpose]}
                checked={gpcRefuses.includes(purpose)}
                disabled={isOff}
                onChange={() => toggle(purpose)}
              />
            ))}
          </Group>
        </fieldset>
        <Select
          label={t.holds}
          description={t.holdsAbout}
          value={String(holdsDays)}
          data={days.map((count) => ({ value: String(count), label: t.days(String(count)) }))}
          allowDeselect={false}
          disabled={isOff}
          maw={280}
          onChange={(value) => value !== null && save.mutate({ body: { holdsDays: Number(value) } })}
        />
        {regions > 0 && (
          <Text size="sm" c="dimmed">
            {t.regions(String(regions))}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
