import { Anchor, Button, Group, Switch, Text } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import { stockWords } from '../words.ts';
import { bodyOf, type Location } from './location.ts';

/** One place: where it is, whether it sells, and whether shoppers can collect there. */
export function LocationLine({
  location,
  onEdit,
}: {
  readonly location: Location;
  readonly onEdit: () => void;
}) {
  const { id, name, code, country } = location;
  const t = stockWords().locations;
  const may = useMay();
  const change = useWrite('changeLocation', { about: ['inventory'] });
  const turn = (isActive: boolean) =>
    change.mutate(
      { params: { id }, body: { ...bodyOf(location), isActive } },
      { onSuccess: () => sayDone(isActive ? t.opened(name) : t.closed(name)) },
    );
  return (
    <Group justify="space-between" gap="xs">
      <div style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Text size="sm" fw={560}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {[code, country === undefined ? t.noCountry : countryName(country)].join(' · ')}
          <Collecting code={code} />
        </Text>
      </div>
      {may('stock:write') && (
        <Button variant="subtle" aria-label={`${t.change}: ${name}`} onClick={onEdit}>
          {t.change}
        </Button>
      )}
      <Switch
        size="sm"
        aria-label={t.sells(name)}
        checked={change.isPending ? change.variables?.body?.isActive === true : location.isActive}
        disabled={!may('stock:write')}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
    </Group>
  );
}

/** A pick-up point of the shop's own with the same code is this place, with its address and opening hours. */
function Collecting({ code }: { readonly code: string }) {
  const t = stockWords().locations;
  const go = useGo();
  const isShown = useMay()('settings:read');
  const points = useRead(
    'listPickupPoints',
    { query: { limit: '100' } },
    { about: ['shipping'], isOff: !isShown },
  );
  const own = points.data?.items.find((point) => point.carrier === undefined && point.code === code);
  if (!isShown) return null;
  return (
    <>
      {' · '}
      <Anchor component="button" size="xs" onClick={() => go('/settings/shipping/pickup-points')}>
        {own === undefined ? t.notCollected : t.collected([own.address.line1, own.address.city].join(', '))}
      </Anchor>
    </>
  );
}
