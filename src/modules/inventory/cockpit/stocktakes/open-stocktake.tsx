import { Button, Group, Modal, Radio, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { callApi, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { type Choosable, FindField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { detailOf, type ItemShown } from '../item-cell.tsx';
import type { Place } from '../places.ts';
import { stockWords } from '../words.ts';

type Scope = 'all' | 'collection' | 'brand' | 'goods';
type Picked = { readonly variantId: string; readonly item: ItemShown };

/** What is counted, where, and whether who counts sees what should be there. */
export function OpenStocktake({
  places,
  close,
}: {
  readonly places: readonly Place[];
  readonly close: () => void;
}) {
  const t = stockWords();
  const go = useGo();
  const [locationId, setLocation] = useState<string>();
  const [name, setName] = useState('');
  const [isBlind, setBlind] = useState(true);
  const [scope, setScope] = useState<Scope>('all');
  const [groupId, setGroup] = useState<string>();
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const [isGathering, setGathering] = useState(false);
  const open = useWrite('openStocktake', {
    ...{ about: ['inventory'], isTold: true },
    onDone: ({ id }) => go(`/stocktakes/${id}`),
  });
  const problems = problemsByField(open.error);
  const place = locationId ?? places[0]?.value;
  const isReady =
    place !== undefined &&
    name.trim() !== '' &&
    (scope === 'all' || (scope === 'goods' ? picked.length > 0 : groupId !== undefined));
  const begin = async () => {
    if (place === undefined) return;
    setGathering(true);
    try {
      const variantIds = await goodsOf(scope, { place, groupId, picked });
      open.mutate({
        body: { ...{ locationId: place, name: name.trim(), isBlind }, ...(variantIds ? { variantIds } : {}) },
      });
    } finally {
      setGathering(false);
    }
  };
  return (
    <Modal opened onClose={close} title={t.beginCount} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void begin();
        }}
      >
        <Stack>
          <TextInput
            label={t.count.name}
            placeholder={t.count.nameHint}
            data-autofocus
            required
            maxLength={200}
            value={name}
            error={problems['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t.place}
            data={[...places]}
            value={place ?? null}
            allowDeselect={false}
            error={problems['locationId']}
            onChange={(chosen) => setLocation(chosen ?? undefined)}
          />
          <ScopeChoice {...{ scope, setScope, groupId, setGroup, picked, setPicked }} />
          <Switch
            label={t.count.blind}
            description={t.count.blindText}
            checked={isBlind}
            onChange={(event) => setBlind(event.currentTarget.checked)}
          />
          {problems[''] !== undefined && (
            <Text size="sm" c={TEXT_TONES.bad} role="alert">
              {problems['']}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t.cancel}
            </Button>
            <Button type="submit" disabled={!isReady} loading={isGathering || open.isPending}>
              {t.beginCount}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ScopeChoice(props: {
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly groupId: string | undefined;
  readonly setGroup: (id: string | undefined) => void;
  readonly picked: readonly Picked[];
  readonly setPicked: (picked: readonly Picked[]) => void;
}) {
  const { scope, setScope, groupId, setGroup, picked, setPicked } = props;
  const t = stockWords().count;
  const may = useMay();
  const isOff = !may('products:read');
  const choices = useRead('listProductChoices', { query: {} }, { about: ['catalog'], isOff });
  const groups =
    scope === 'brand'
      ? choices.data?.brands.map(({ id, name }) => ({ value: id, label: name }))
      : choices.data?.collections.map(({ id, title }) => ({ value: id, label: title }));
  const scopes: readonly Scope[] = isOff ? ['all', 'goods'] : ['all', 'collection', 'brand', 'goods'];
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t.what}
        value={scope}
        onChange={(chosen) => {
          setScope(scopes.find((one) => one === chosen) ?? 'all');
          setGroup(undefined);
        }}
      >
        <Group mt={6} gap="md">
          {scopes.map((one) => (
            <Radio key={one} value={one} label={t.scopes[one]} />
          ))}
        </Group>
      </Radio.Group>
      {(scope === 'brand' || scope === 'collection') && (
        <Select
          aria-label={t.scopes[scope]}
          searchable
          data={groups ?? []}
          value={groupId ?? null}
          onChange={(chosen) => setGroup(chosen ?? undefined)}
        />
      )}
      {scope === 'goods' && <PickGoods {...{ picked, setPicked }} />}
    </Stack>
  );
}

function PickGoods(props: {
  readonly picked: readonly Picked[];
  readonly setPicked: (picked: readonly Picked[]) => void;
}) {
  const { picked, setPicked } = props;
  const t = stockWords();
  const find = async (typed: string, signal: AbortSignal): Promise<readonly Choosable<Picked>[]> => {
    const { items } = await callApi('listStockLevels', { query: { q: typed, limit: '12' } }, { signal });
    const seen = new Map(items.map(({ item }) => [item.variantId, item]));
    return [...seen].map(([variantId, item]) => ({
      ...{ id: variantId, label: item.title, detail: detailOf(item), value: { variantId, item } },
    }));
  };
  return (
    <Stack gap={6}>
      <FindField
        name="count"
        find={find}
        placeholder={t.search}
        aria-label={t.search}
        onTake={(one) => setPicked([...picked.filter(({ variantId }) => variantId !== one.variantId), one])}
      />
      {picked.map((one) => (
        <Group key={one.variantId} justify="space-between">
          <Text size="sm">{one.item.title}</Text>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => setPicked(picked.filter((other) => other !== one))}
          >
            {t.remove}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

/** The goods of a brand or a collection at a place, however many; undefined is everything there. */
async function goodsOf(
  scope: Scope,
  from: { readonly place: string; readonly groupId: string | undefined; readonly picked: readonly Picked[] },
): Promise<string[] | undefined> {
  if (scope === 'all') return undefined;
  if (scope === 'goods') return from.picked.map(({ variantId }) => variantId);
  const { place, groupId = '' } = from;
  const group = scope === 'brand' ? { brandId: [groupId] } : { collectionId: groupId };
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = {
      ...group,
      locationId: [place],
      limit: '100',
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page = await callApi('listStockLevels', { query });
    found.push(...page.items.map(({ item }) => item.variantId));
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < MOST);
  return found;
}

const MOST = 20_000;
