import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import type { Pace, Target } from '../kpis.ts';
import { GRAINS, periodsOf } from '../period-text.ts';
import { targetWords } from '../words.ts';
import { AddRow } from './add-row.tsx';
import { rowsOf, type SheetRow } from './rows.ts';
import { SheetTable } from './sheet-table.tsx';
import { useSheet } from './use-sheet.ts';

/** The targets of a year as a sheet: a row a number and market, a column a period. */
export function SheetCard({
  year,
  targets,
  paces,
  nameOf,
  today,
}: {
  readonly year: string;
  readonly targets: readonly Target[];
  readonly paces: readonly Pace[];
  readonly nameOf: (row: SheetRow) => string;
  readonly today: string;
}) {
  const t = targetWords().sheet;
  const mayWrite = useMay()('targets:write');
  const [query, change] = useAddress();
  const [added, setAdded] = useState<readonly SheetRow[]>([]);
  const sheet = useSheet(year, targets);
  const grain = GRAINS.find((one) => one === textIn(query, 'grain')) ?? 'month';
  const grains = (
    <SegmentedControl
      size="xs"
      aria-label={t.grain}
      value={grain}
      data={GRAINS.map((value) => ({ value, label: t.grains[value] }))}
      onChange={(value) => change({ grain: value })}
    />
  );
  return (
    <>
      <Card title={t.title(year)} about={mayWrite ? t.about : t.readOnly} actions={grains} isFlush>
        <SheetTable
          {...{ sheet, paces, nameOf, today }}
          rows={rowsOf(targets, added)}
          periods={periodsOf(year, grain)}
          isReadOnly={!mayWrite}
        />
        {mayWrite && <AddRow onAdd={(row) => setAdded((rows) => [...rows, row])} />}
      </Card>
      <SaveBar
        isChanged={sheet.changed > 0}
        isBusy={sheet.isBusy}
        problem={sheet.problem}
        onSave={sheet.save}
        onDiscard={sheet.discard}
      />
    </>
  );
}
