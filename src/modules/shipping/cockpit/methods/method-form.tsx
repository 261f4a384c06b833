import { Alert, Stack } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, ALL } from '../words.ts';
import { LimitsCard } from './limits-card.tsx';
import { NameCard, TimeCard } from './method-cards.tsx';
import type { Changing, MethodDraft } from './method-draft.ts';
import { RatesCard } from './rates-card.tsx';

/** A way of delivery: what it is called, how long it takes, what it carries, what it costs where. */
export function MethodForm(props: {
  readonly initial: MethodDraft;
  readonly isNew?: boolean;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSave: (draft: MethodDraft) => void;
}) {
  const { initial, isNew = false, isBusy, error, onSave } = props;
  const go = useGo();
  const isReadOnly = !useMay()('settings:write');
  const [draft, setDraft] = useState(initial);
  const zones = useRead('listShippingZones', ALL, ABOUT);
  const tables = useRead('listCarrierTables', ALL, ABOUT);
  const problems = problemsByField(error);
  const set = (change: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...change }));
  const parts: Changing = { draft, set, problems };
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(initial);
  const [first] = Object.values(problems);
  return (
    <>
      <fieldset disabled={isReadOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack>
          <NameCard {...parts} isNew={isNew} />
          <Shown of={zones}>
            {({ items: places }) => (
              <Shown of={tables}>
                {({ items }) => <RatesCard {...{ ...parts, zones: places, tables: items }} />}
              </Shown>
            )}
          </Shown>
          <TimeCard {...parts} />
          <LimitsCard {...parts} />
          {error !== null && problems[''] === undefined && (
            <Alert color="red" role="alert">
              {first}
            </Alert>
          )}
        </Stack>
      </fieldset>
      <SaveBar
        isChanged={isChanged && !isReadOnly}
        isBusy={isBusy}
        problem={problems['']}
        onSave={() => onSave(draft)}
        onDiscard={() => (isNew ? go('/settings/shipping') : setDraft(initial))}
      />
    </>
  );
}
