import { useParams } from '@tanstack/react-router';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, ALL, shippingWords, type Table } from '../words.ts';
import { readCarrierGrid } from './carrier-grid.ts';
import { draftOf, sentTable } from './table-draft.ts';
import { TableForm } from './table-form.tsx';

/** One price list of a carrier. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const tables = useRead('listCarrierTables', ALL, ABOUT);
  return (
    <Shown of={tables}>
      {({ items }) => {
        const table = items.find((one) => one.id === id);
        return table === undefined ? (
          <EmptyState title={shippingWords().unknown} />
        ) : (
          <TablePage key={JSON.stringify(table)} table={table} />
        );
      }}
    </Shown>
  );
}

function TablePage({ table }: { readonly table: Table }) {
  const t = shippingWords();
  const go = useGo();
  const may = useMay();
  const params = { id: table.id };
  const change = useWrite('changeCarrierTable', {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => sayDone(t.savedTable),
  });
  const remove = useWrite('removeCarrierTable', {
    ...{ about: ['shipping'] },
    onDone: () => go('/settings/shipping'),
  });
  return (
    <Page
      title={table.name}
      back="/settings/shipping"
      about={`${table.carrier} · ${table.currency}`}
      actions={
        may('settings:write') && (
          <ConfirmButton
            title={t.removeTableTitle(table.name)}
            text={t.removeTableText}
            verb={t.remove}
            onConfirm={() => remove.mutateAsync({ params })}
          >
            {t.remove}
          </ConfirmButton>
        )
      }
      isNarrow
    >
      <TableForm
        initial={draftOf(table)}
        isBusy={change.isPending}
        error={change.error}
        onSave={(draft) =>
          change.mutate({ params, body: sentTable(draft, readCarrierGrid(draft.text, draft).zones) })
        }
      />
    </Page>
  );
}
