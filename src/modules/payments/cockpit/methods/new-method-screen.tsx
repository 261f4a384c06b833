import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { paymentWords } from '../words.ts';
import { newDraft, sentMethod } from './method.ts';
import { MethodForm } from './method-form.tsx';

/** Another way to pay, behind those that there are. */
export function Screen() {
  const t = paymentWords();
  const go = useGo();
  const methods = useRead('listPaymentMethods', { query: { limit: '100' } }, { about: ['payments'] });
  const create = useWrite('createPaymentMethod', {
    ...{ about: ['payments'], isTold: true },
    onDone: () => {
      sayDone(t.madeMethod);
      go('/settings/payments');
    },
  });
  return (
    <Page title={t.offerAnother} back="/settings/payments" isNarrow>
      <Shown of={methods}>
        {({ items }) => (
          <MethodForm
            initial={newDraft(Math.max(0, ...items.map(({ position }) => position)) + 1)}
            isNew
            isBusy={create.isPending}
            error={create.error}
            onSave={(draft) => create.mutate({ body: sentMethod(draft) })}
          />
        )}
      </Shown>
    </Page>
  );
}
