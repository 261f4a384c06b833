import { Button, Text } from '@mantine/core';
import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countryName } from '../../../../platform/cockpit/text/index.ts';
import styles from '../shipping.module.css';
import { type Method, shippingWords, type Zone } from '../words.ts';
import { ZoneDialog } from './zone-dialog.tsx';

/** Places at one price. A destination is in one zone: the most specific. */
export function ZonesCard({
  zones,
  methods,
}: {
  readonly zones: readonly Zone[];
  readonly methods: readonly Method[];
}) {
  const t = shippingWords();
  const may = useMay();
  const [edited, setEdited] = useState<Zone | 'new'>();
  const position = Math.max(0, ...zones.map((zone) => zone.position)) + 1;
  const add = may('settings:write') && (
    <Button variant="default" onClick={() => setEdited('new')}>
      {t.addZone}
    </Button>
  );
  return (
    <Card title={t.zones} about={t.zonesText} actions={add || undefined} isFlush>
      {zones.length === 0 ? (
        <EmptyState icon={MapIcon} title={t.noZones} text={t.noZonesText} />
      ) : (
        <ul className={styles.list}>
          {zones
            .toSorted((one, other) => one.position - other.position)
            .map((zone) => (
              <Line
                key={zone.id}
                zone={zone}
                ways={methods.filter(({ rates }) => rates.some(({ zoneId }) => zoneId === zone.id)).length}
                onEdit={() => setEdited(zone)}
              />
            ))}
        </ul>
      )}
      {edited !== undefined && (
        <ZoneDialog
          {...(edited === 'new' ? {} : { zone: edited })}
          position={position}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}

function Line(props: { readonly zone: Zone; readonly ways: number; readonly onEdit: () => void }) {
  const { zone, ways, onEdit } = props;
  const t = shippingWords();
  const may = useMay();
  const remove = useWrite('removeShippingZone', {
    ...{ about: ['shipping'] },
    onDone: () => sayDone(t.removedZone(zone.name)),
  });
  return (
    <li>
      <div className={styles.grow}>
        <Text size="sm" fw={560}>
          {zone.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[placeText(zone), t.ways(ways)].join(' · ')}
        </Text>
      </div>
      {may('settings:write') && (
        <>
          <Button variant="subtle" aria-label={`${t.change}: ${zone.name}`} onClick={onEdit}>
            {t.change}
          </Button>
          {ways === 0 && (
            <ConfirmButton
              title={t.removeZoneTitle(zone.name)}
              text={t.removeZoneText}
              verb={t.remove}
              variant="subtle"
              onConfirm={() => remove.mutateAsync({ params: { id: zone.id } })}
            >
              {t.remove}
            </ConfirmButton>
          )}
        </>
      )}
    </li>
  );
}

const MOST_NAMED = 6;

/** `Germany, Austria and 4 more`; `Germany: 27498, 2*`. */
export function placeText(place: {
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly postalCodes: readonly string[];
}): string {
  const t = shippingWords();
  const { countries, regions, postalCodes } = place;
  if (countries.length === 0) return t.restOfWorld;
  const named = countries.slice(0, MOST_NAMED).map((code) => countryName(code));
  const more = countries.length > MOST_NAMED ? ` ${t.andMore(countries.length - MOST_NAMED)}` : '';
  const parts = [...regions, ...postalCodes];
  const narrowed = parts.length === 0 ? '' : `: ${parts.slice(0, MOST_NAMED).join(', ')}`;
  return `${named.join(', ')}${more}${narrowed}${parts.length > MOST_NAMED ? ' …' : ''}`;
}
