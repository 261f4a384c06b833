import { Group, NumberInput, Switch, Text } from '@mantine/core';
import { type RowOf, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { Count } from '../../../../platform/cockpit/value/index.ts';
import { Adjust } from '../levels/adjust.tsx';
import { LevelBadge } from '../levels/state-badge.tsx';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import styles from './level-head.module.css';
import { ReturnLabel } from './return-label.tsx';

/** One level above its movements: what is there, to be put right, and how the goods are sold when they run out. */
export function LevelHead({
  variantId,
  locationId,
}: {
  readonly variantId: string;
  readonly locationId: string;
}) {
  const asked = { variantId: [variantId], locationId: [locationId] };
  const levels = useRead('listStockLevels', { query: asked }, { about: ['inventory'] });
  const { nameOf } = usePlaces();
  const t = stockWords();
  const level = levels.data?.items[0];
  if (level === undefined) return null;
  const figures = [
    { name: t.onHand, value: <Adjust level={level} /> },
    { name: t.reserved, value: <Count of={level.reserved} /> },
    { name: t.available, value: <Count of={level.available} /> },
    { name: t.incoming, value: <Count of={level.incoming} /> },
  ];
  return (
    <Card>
      <div className={styles.head}>
        <Text size="sm" fw={560}>
          {nameOf(locationId)} <LevelBadge level={level} />
        </Text>
        <dl className={styles.figures}>
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <PolicyForm level={level} />
      </div>
    </Card>
  );
}

function PolicyForm({ level }: { readonly level: RowOf<'listStockLevels'> }) {
  const may = useMay();
  const save = useWrite('setStockPolicies', { about: ['inventory'] });
  const t = stockWords();
  const { isTracked, mayBackorder, isOwnLowStockAt, lowStockAt, item } = level;
  const isOff = !may('stock:write') || save.isPending;
  const change = (changes: {
    isTracked?: boolean;
    mayBackorder?: boolean;
    lowStockAt?: number | undefined;
  }) => {
    const own = isOwnLowStockAt ? { lowStockAt } : {};
    const policy = { variantId: item.variantId, isTracked, mayBackorder, ...own, ...changes };
    save.mutate({ body: { policies: [policy] } });
  };
  return (
    <Group gap="lg">
      <Switch
        size="xs"
        label={t.tracks}
        checked={isTracked}
        disabled={isOff}
        onChange={(event) => change({ isTracked: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={t.sellsBeyond}
        checked={mayBackorder}
        disabled={isOff || !isTracked}
        onChange={(event) => change({ mayBackorder: event.currentTarget.checked })}
      />
      {isTracked && !mayBackorder && <ReturnLabel variantId={item.variantId} />}
      <NumberInput
        key={`${lowStockAt} ${isOwnLowStockAt}`}
        size="xs"
        w={130}
        aria-label={t.lowAt}
        prefix={`${t.lowAt} `}
        placeholder={`${t.lowAt} ${lowStockAt}`}
        defaultValue={isOwnLowStockAt ? lowStockAt : ''}
        disabled={isOff}
        allowDecimal={false}
        min={0}
        max={1_000_000}
        onBlur={(event) => {
          const typed = event.currentTarget.value.replace(/\D/g, '');
          const wanted = typed === '' ? undefined : Number(typed);
          if (wanted !== (isOwnLowStockAt ? lowStockAt : undefined)) change({ lowStockAt: wanted });
        }}
      />
    </Group>
  );
}
