import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { ABOUT, ALL, shippingWords } from '../words.ts';
import { newMethod, sentMethod } from './method-draft.ts';
import { MethodForm } from './method-form.tsx';

/** Another way of delivery, behind those that there are. */
export function Screen() {
  const t = shippingWords();
  const go = useGo();
  const methods = useRead('listDeliveryMethods', ALL, ABOUT);
  const create = useWrite('createDeliveryMethod', {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => {
      sayDone(t.savedMethod);
      go('/settings/shipping');
    },
  });
  return (
    <Page title={t.addMethod} back="/settings/shipping" isNarrow>
      <Shown of={methods}>
        {({ items }) => (
          <MethodForm
            initial={newMethod(Math.max(0, ...items.map(({ position }) => position)) + 1)}
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
