import { useParams } from '@tanstack/react-router';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { type Method, paymentWords } from '../words.ts';
import { draftOf, sentMethod, titleOf } from './method.ts';
import { MethodForm } from './method-form.tsx';

/** One way to pay, to be changed. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const methods = useRead('listPaymentMethods', { query: { limit: '100' } }, { about: ['payments'] });
  return (
    <Shown of={methods}>
      {({ items }) => {
        const method = items.find((one) => one.id === id);
        return method === undefined ? (
          <EmptyState title={paymentWords().unknown} />
        ) : (
          <MethodPage key={JSON.stringify(method)} method={method} />
        );
      }}
    </Shown>
  );
}

function MethodPage({ method }: { readonly method: Method }) {
  const t = paymentWords();
  const change = useWrite('changePaymentMethod', {
    ...{ about: ['payments'], isTold: true },
    onDone: () => sayDone(t.savedMethod),
  });
  return (
    <Page
      title={titleOf(method)}
      back="/settings/payments"
      aside={
        <StateBadge tone={method.isActive ? 'good' : 'neutral'}>{method.isActive ? t.on : t.off}</StateBadge>
      }
      about={`${t.names[method.provider]} · ${t.modes[method.mode]}`}
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
