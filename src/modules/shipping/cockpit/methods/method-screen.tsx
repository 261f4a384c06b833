import { useParams } from '@tanstack/react-router';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { ABOUT, ALL, type Method, shippingWords } from '../words.ts';
import { draftOf, sentMethod } from './method-draft.ts';
import { MethodForm } from './method-form.tsx';

/** One way of delivery with its prices. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const methods = useRead('listDeliveryMethods', ALL, ABOUT);
  return (
    <Shown of={methods}>
      {({ items }) => {
        const method = items.find((one) => one.id === id);
        return method === undefined ? (
          <EmptyState title={shippingWords().unknown} />
        ) : (
          <MethodPage key={JSON.stringify(method)} method={method} />
        );
      }}
    </Shown>
  );
}

function MethodPage({ method }: { readonly method: Method }) {
  const t = shippingWords();
  const go = useGo();
  const may = useMay();
  const change = useWrite('changeDeliveryMethod', {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => sayDone(t.savedMethod),
  });
  const remove = useWrite('removeDeliveryMethod', {
    ...{ about: ['shipping'] },
    onDone: () => go('/settings/shipping'),
  });
  return (
    <Page
      title={method.name}
      back="/settings/shipping"
      aside={
        <StateBadge tone={method.isActive ? 'good' : 'neutral'}>{method.isActive ? t.on : t.off}</StateBadge>
      }
      about={t.kinds[method.kind]}
      actions={
        may('settings:write') && (
          <ConfirmButton
            title={t.removeMethodTitle(method.name)}
            text={t.removeMethodText}
            verb={t.remove}
            onConfirm={() => remove.mutateAsync({ params: { id: method.id } })}
          >
            {t.remove}
          </ConfirmButton>
        )
      }
      isNarrow
    >
      <MethodForm
        initial={draftOf(method)}
        isBusy={change.isPending}
        error={change.error}
        onSave={(draft) => change.mutate({ params: { id: method.id }, body: sentMethod(draft) })}
      />
    </Page>
  );
}
