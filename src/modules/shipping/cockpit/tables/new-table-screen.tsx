import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { shippingWords } from '../words.ts';
import { readCarrierGrid } from './carrier-grid.ts';
import { newTable, sentTable } from './table-draft.ts';
import { TableForm } from './table-form.tsx';

/** Another price list of a carrier. */
export function Screen() {
  const t = shippingWords();
  const go = useGo();
  const { currency } = useSession().shop;
  const create = useWrite('createCarrierTable', {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => {
      sayDone(t.savedTable);
      go('/settings/shipping');
    },
  });
  return (
    <Page title={t.addTable} back="/settings/shipping" isNarrow>
      <TableForm
        initial={newTable(currency)}
        isNew
        isBusy={create.isPending}
        error={create.error}
        onSave={(draft) =>
          create.mutate({ body: sentTable(draft, readCarrierGrid(draft.text, draft).zones) })
        }
      />
    </Page>
  );
}
