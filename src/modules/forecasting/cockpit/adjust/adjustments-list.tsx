import { Button } from '@mantine/core';
import { type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useColleagues, useMay } from '../../../../platform/cockpit/state/index.ts';
import { Timeline } from '../../../../platform/cockpit/value/index.ts';
import { changeText, dayText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Adjustment = Told<'listAdjustments'>['items'][number];

/** What people changed, who, and whether it helped; each can be taken back. */
export function AdjustmentsList({ of }: { readonly of: readonly Adjustment[] }) {
  const t = forecastWords().adjust;
  const { nameOf } = useColleagues();
  const may = useMay();
  const take = useWrite('deleteAdjustment', { about: ['forecasting'], onDone: () => sayDone(t.undone) });
  if (of.length === 0) return <p>{t.none}</p>;
  return (
    <Timeline
      of={of.map((one) => ({
        ...{ id: one.id, at: one.madeAt, title: titleOf(one), who: nameOf(one.madeBy) ?? one.madeBy },
        ...(one.undoneAt === undefined ? {} : { tone: 'note' as const }),
        detail: (
          <>
            {outcomeOf(one)}
            {one.undoneAt === undefined && one.actual === undefined && may('forecasts:write') && (
              <>
                {' '}
                <Button
                  {...{ size: 'compact-xs', variant: 'subtle', loading: take.isPending }}
                  aria-label={`${t.undo}: ${one.reason}`}
                  onClick={() => take.mutate({ params: { id: one.id } })}
                >
                  {t.undo}
                </Button>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}

/** `+20% · 30 Nov – 6 Dec · The whole shop: television` */
function titleOf(one: Adjustment): string {
  const t = forecastWords().adjust;
  const pieces = one.pieces ?? 0;
  const amount =
    one.factor === undefined
      ? `${pieces > 0 ? '+' : '−'}${piecesText(Math.abs(pieces))}`
      : changeText(one.factor - 1);
  const days = one.from === one.to ? dayText(one.from) : `${dayText(one.from)} – ${dayText(one.to)}`;
  const scope = one.scope === 'category' ? one.scopeId : t.scopes[one.scope];
  return `${amount} · ${days} · ${scope}: ${one.reason}`;
}

function outcomeOf({ expectedWith, expectedWithout, actual, undoneAt }: Adjustment): string {
  const t = forecastWords().adjust;
  const [told, without] = [piecesText(expectedWith), piecesText(expectedWithout)];
  if (undoneAt !== undefined) return `${t.expects(told, without)} · ${t.takenBack}`;
  if (actual === undefined) return t.expects(told, without);
  const isHelp = Math.abs(expectedWith - actual) < Math.abs(expectedWithout - actual);
  return `${t.came(piecesText(actual), told, without)} · ${isHelp ? t.helped : t.harmed}`;
}
