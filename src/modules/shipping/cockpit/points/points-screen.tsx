import { Button } from '@mantine/core';
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { type Point, shippingWords } from '../words.ts';
import { addressText, hoursText } from './point.ts';
import { PointDialog } from './point-dialog.tsx';

/** Where goods wait for shoppers: points of carriers, and the shop's own. */
export function Screen() {
  const t = shippingWords();
  const may = useMay();
  const [edited, setEdited] = useState<Point | 'new'>();
  const points = useRows('listPickupPoints', {}, { about: ['shipping'] });
  const add = may('settings:write') && <Button onClick={() => setEdited('new')}>{t.addPoint}</Button>;
  return (
    <Page title={t.points} about={t.pointsText} actions={add || undefined} isWhole>
      <DataTable
        label={t.points}
        columns={columnsOf(setEdited)}
        source={points}
        idOf={({ id }) => id}
        empty={
          <EmptyState icon={MapPin} title={t.noPoints} text={t.noPointsText} action={add || undefined} />
        }
        phone={(point) => ({
          title: point.name,
          detail: addressText(point),
          aside: <Change point={point} onEdit={setEdited} />,
        })}
      />
      {edited !== undefined && (
        <PointDialog {...(edited === 'new' ? {} : { point: edited })} onClose={() => setEdited(undefined)} />
      )}
    </Page>
  );
}

function columnsOf(onEdit: (point: Point) => void): readonly Column<Point>[] {
  const t = shippingWords();
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'carrier', label: t.carrier, width: '120px', cell: ({ carrier }) => carrier ?? t.ownPoint },
    { key: 'address', label: t.address, cell: addressText },
    { key: 'hours', label: t.hours, width: '264px', cell: hoursText },
    {
      ...{ key: 'state', label: t.state, width: '100px' },
      cell: ({ isActive }) => (
        <StateBadge tone={isActive ? 'good' : 'neutral'}>{isActive ? t.on : t.off}</StateBadge>
      ),
    },
    {
      ...{ key: 'change', label: t.change, width: '110px', align: 'end' },
      cell: (point) => <Change point={point} onEdit={onEdit} />,
    },
  ];
}

function Change({ point, onEdit }: { readonly point: Point; readonly onEdit: (point: Point) => void }) {
  const t = shippingWords();
  if (!useMay()('settings:write')) return null;
  return (
    <Button variant="subtle" aria-label={`${t.change}: ${point.name}`} onClick={() => onEdit(point)}>
      {t.change}
    </Button>
  );
}
