import { Button, Stack } from '@mantine/core';
import { Warehouse } from 'lucide-react';
import { useState } from 'react';
import { callApi, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { SortableList } from '../../../../platform/cockpit/table/index.ts';
import { stockWords } from '../words.ts';
import { AllocationCard } from './allocation-card.tsx';
import { bodyOf, type Location } from './location.ts';
import { LocationDialog } from './location-dialog.tsx';
import { LocationLine } from './location-line.tsx';

const ABOUT = { about: ['inventory'] };

/** The places that hold stock, in the order in which they serve orders, and by which rule they do. */
export function Screen() {
  const t = stockWords().locations;
  const may = useMay();
  const [edited, setEdited] = useState<Location | 'new'>();
  const locations = useRead('listLocations', { query: { limit: '100' } }, ABOUT);
  const add = may('stock:write') && <Button onClick={() => setEdited('new')}>{t.add}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={add || undefined} isNarrow>
      <Shown of={locations}>
        {({ items }) => (
          <Stack>
            <Places locations={items} onEdit={setEdited} />
            <AllocationCard locations={items} />
            {edited !== undefined && (
              <LocationDialog
                {...(edited === 'new' ? {} : { location: edited })}
                position={Math.max(0, ...items.map(({ position }) => position)) + 1}
                onClose={() => setEdited(undefined)}
              />
            )}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Places(props: {
  readonly locations: readonly Location[];
  readonly onEdit: (location: Location) => void;
}) {
  const { locations, onEdit } = props;
  const t = stockWords().locations;
  const may = useMay();
  const inOrder = locations.toSorted(
    (one, other) => one.position - other.position || (one.code < other.code ? -1 : 1),
  );
  // The last of them is written by the hook, which reads the list anew afterwards.
  const change = useWrite('changeLocation', ABOUT);
  const order = async (wanted: readonly Location[]) => {
    const moved = wanted
      .map((location, position) => ({ ...location, position }))
      .filter(({ id, position }) => locations.some((one) => one.id === id && one.position !== position));
    const last = moved.at(-1);
    try {
      for (const location of moved.slice(0, -1)) {
        await callApi('changeLocation', { params: { id: location.id }, body: bodyOf(location) });
      }
    } catch (error) {
      if (error instanceof Error) sayFailed(error);
    }
    if (last !== undefined) change.mutate({ params: { id: last.id }, body: bodyOf(last) });
  };
  if (locations.length === 0) {
    return (
      <Card title={t.places}>
        <EmptyState icon={Warehouse} title={t.empty} text={t.emptyText} />
      </Card>
    );
  }
  return (
    <Card title={t.places} about={t.placesText} isFlush>
      <SortableList
        label={t.places}
        items={inOrder}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        isReadOnly={!may('stock:write')}
        onOrder={(items) => void order(items)}
      >
        {(location) => <LocationLine location={location} onEdit={() => onEdit(location)} />}
      </SortableList>
    </Card>
  );
}
