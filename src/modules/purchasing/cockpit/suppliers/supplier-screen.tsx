import { Button, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { purchasingWords } from '../words.ts';
import { DeliveriesCard } from './deliveries-card.tsx';
import { ClosedDayFields, ContactFields } from './list-fields.tsx';
import { PriceList } from './price-list.tsx';
import { ScoreCard } from './score-card.tsx';
import { bodyOf, draftOf, type Supplier, type SupplierDraft } from './supplier-draft.ts';
import { FirstFields, TermFields } from './supplier-fields.tsx';

/** One supplier: how they deliver, what they sell, on what terms. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const supplier = useRead('readSupplier', { params: { id } }, { about: ['purchasing'] });
  return <Shown of={supplier}>{(told) => <SupplierPage key={told.id} supplier={told} />}</Shown>;
}

function SupplierPage({ supplier }: { readonly supplier: Supplier }) {
  const t = purchasingWords().suppliers;
  const go = useGo();
  const { id, name, isActive } = supplier;
  const orders = (
    <Button variant="default" onClick={() => go(`/purchasing?supplierId=${id}`)}>
      {t.orders}
    </Button>
  );
  return (
    <Page
      title={name}
      back="/purchasing/suppliers"
      aside={!isActive && <StateBadge tone="neutral">{t.inactive}</StateBadge>}
      actions={orders}
    >
      <Stack>
        <ScoreCard supplierId={id} />
        <DeliveriesCard supplierId={id} />
        <PriceList supplier={supplier} />
        <Terms supplier={supplier} />
      </Stack>
    </Page>
  );
}

function Terms({ supplier }: { readonly supplier: Supplier }) {
  const t = purchasingWords().suppliers;
  const mayWrite = useMay()('purchasing:write');
  const saved = draftOf(supplier);
  const [draft, setDraft] = useState<SupplierDraft>(saved);
  const save = useWrite('changeSupplier', {
    ...{ about: ['purchasing'], isTold: true, onDone: (told) => setDraft(draftOf(told)) },
  });
  const problems = problemsByField(save.error);
  const onChange = (parts: Partial<SupplierDraft>) => setDraft({ ...draft, ...parts });
  return (
    <Card title={t.terms}>
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack>
          <FirstFields {...{ draft, problems, onChange }} />
          <TermFields {...{ draft, problems, onChange }} />
          <ContactFields {...{ draft, problems, onChange }} />
          <ClosedDayFields {...{ draft, problems, onChange }} />
        </Stack>
      </fieldset>
      <SaveBar
        isChanged={JSON.stringify(draft) !== JSON.stringify(saved)}
        isBusy={save.isPending}
        problem={Object.values(problems)[0]}
        onSave={() => save.mutate({ params: { id: supplier.id }, body: bodyOf(draft) })}
        onDiscard={() => setDraft(saved)}
      />
    </Card>
  );
}
