import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Facts, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, momentOf, moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { PromotionBadge } from '../promotions/promotion-state.tsx';
import { priceWords } from '../words.ts';
import { Builder } from './builder.tsx';
import { CodesCard } from './codes-card.tsx';
import { isPromotion, type Promotion } from './promotion.ts';

type Kept = Told<'readPromotion'>;

/** One promotion: its sentence, what it has given so far, its codes. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const asked = { params: { id }, query: { locale: writtenIn().language } };
  const promotion = useRead('readPromotion', asked, { about: ['pricing'] });
  return <Shown of={promotion}>{(kept) => <PromotionPage key={kept.id} kept={kept} />}</Shown>;
}

function PromotionPage({ kept }: { readonly kept: Kept }) {
  const t = priceWords().builder;
  return isPromotion(kept.promotion) ? (
    <Editor kept={kept} saved={kept.promotion} />
  ) : (
    <EmptyState title={t.unreadable} text={kept.sentence} />
  );
}

function Editor({ kept, saved }: { readonly kept: Kept; readonly saved: Promotion }) {
  const t = priceWords().builder;
  const may = useMay();
  const go = useGo();
  const [draft, keep, drop] = useDraft<Promotion>(`promotion ${kept.id}`);
  const [typed, setTyped] = useState<Promotion | undefined>(draft);
  const promotion = typed ?? saved;
  const discard = () => {
    drop();
    setTyped(undefined);
  };
  const save = useWrite('changePromotion', {
    ...{ about: ['pricing'], isTold: true },
    onDone: () => {
      discard();
      sayDone(t.saved);
    },
  });
  const remove = useWrite('removePromotion', { about: ['pricing'], onDone: () => go('/promotions') });
  const problems = problemsByField(save.error);
  const isOff = !may('promotions:write');
  const params = { id: kept.id };
  return (
    <Page
      title={kept.name}
      back="/promotions"
      aside={<PromotionBadge state={kept.state} />}
      about={kept.sentence}
      actions={
        !isOff && (
          <ConfirmButton
            title={t.removeTitle(kept.name)}
            text={t.removeText}
            verb={t.remove}
            onConfirm={() => remove.mutateAsync({ params })}
          >
            {t.remove}
          </ConfirmButton>
        )
      }
    >
      <Stack>
        <Builder
          built={{ promotion, codes: kept.codes }}
          id={kept.id}
          isOff={isOff}
          problems={problems}
          onChange={({ promotion: next }) => {
            setTyped(next);
            keep(next);
          }}
        />
        <Card title={t.soFar}>
          <Facts
            of={[
              [t.orders, countOf(kept.orders)],
              [t.givenSoFar, kept.given.map(moneyOf).join(' · ') || '–'],
              [t.lastUsed, kept.lastUsedAt && momentOf(kept.lastUsedAt)],
            ]}
          />
        </Card>
        {saved.trigger === 'code' && <CodesCard id={kept.id} isOff={isOff} />}
      </Stack>
      <SaveBar
        isChanged={typed !== undefined && JSON.stringify(typed) !== JSON.stringify(saved)}
        isBusy={save.isPending}
        problem={Object.values(problems)[0]}
        onSave={() => save.mutate({ params, body: { promotion } })}
        onDiscard={discard}
      />
    </Page>
  );
}
