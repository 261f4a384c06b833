import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { callApi, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone, sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useGo } from '../../../../platform/cockpit/state/index.ts';
import { priceWords } from '../words.ts';
import { Builder, type Built } from './builder.tsx';
import { NEW_PROMOTION } from './promotion.ts';

/** A promotion that is being made; it survives a closed tab, and nobody gets it until it is saved. */
export function Screen() {
  const t = priceWords().builder;
  const go = useGo();
  const [kept, keep, drop] = useDraft<Built>('promotion');
  const [built, setBuilt] = useState<Built>(kept ?? { promotion: NEW_PROMOTION, codes: [] });
  const create = useWrite('createPromotion', { about: ['pricing'], isTold: true });
  const problems = problemsByField(create.error);
  const general = Object.entries(problems).find(([field]) => field !== 'name')?.[1];
  const save = async () => {
    const { promotion, codes } = built;
    const { id } = await create.mutateAsync({ body: { promotion } });
    drop();
    if (promotion.trigger === 'code' && codes.length > 0) {
      // The promotion is there; codes that somebody else has can be given on its page.
      await callApi('saveCodes', { params: { id }, body: { codes: [...codes] } }).catch((error: Error) =>
        sayFailed(error),
      );
    }
    sayDone(t.made(promotion.name));
    go(`/promotions/${id}`);
  };
  return (
    <Page
      title={t.newTitle}
      back="/promotions"
      actions={
        <Button
          disabled={built.promotion.name.trim() === ''}
          loading={create.isPending}
          onClick={() => void save().catch(() => undefined)}
        >
          {t.save}
        </Button>
      }
    >
      {general !== undefined && (
        <Alert color="red" role="alert">
          {general}
        </Alert>
      )}
      <Builder
        built={built}
        isOff={false}
        problems={problems}
        onChange={(next) => {
          setBuilt(next);
          keep(next);
        }}
      />
    </Page>
  );
}
