import { Radio, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { type Seller, taxWords } from './words.ts';

/** What decides whose rate applies. */
export function SellerForm({ seller }: { readonly seller: Seller }) {
  const t = taxWords();
  const isReadOnly = !useMay()('settings:write');
  const [draft, setDraft] = useState<Seller>(seller);
  const save = useWrite('saveTaxSeller', {
    ...{ about: ['taxes'], isTold: true },
    onDone: () => sayDone(t.savedSeller),
  });
  const problems = problemsByField(save.error);
  const set = (change: Partial<Seller>) => setDraft((before) => ({ ...before, ...change }));
  const wrong = Object.entries(problems).find(([field]) => field.startsWith('registrations'))?.[1];
  return (
    <>
      <Card title={t.seller} about={t.sellerText}>
        <fieldset disabled={isReadOnly} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <Stack>
            <Switch
              label={t.oss}
              description={t.ossText}
              checked={draft.usesOss}
              onChange={(event) => set({ usesOss: event.currentTarget.checked })}
            />
            <Switch
              label={t.threshold}
              description={t.thresholdText}
              checked={draft.isAboveThreshold}
              onChange={(event) => set({ isAboveThreshold: event.currentTarget.checked })}
            />
            <TagsInput
              {...{ label: t.registrations, description: t.registrationsText, error: wrong }}
              splitChars={[',', ' ', ';']}
              placeholder="GB, US-NY"
              value={[...draft.registrations]}
              onChange={(codes) => set({ registrations: codes.map((code) => code.toUpperCase()) })}
            />
            <Radio.Group
              label={t.proof}
              value={draft.vatIdProof}
              onChange={(chosen) => set({ vatIdProof: chosen === 'checked' ? 'checked' : 'format' })}
            >
              <Stack gap="xs" mt={6}>
                {(['format', 'checked'] as const).map((value) => (
                  <Radio
                    key={value}
                    size="xs"
                    value={value}
                    label={t.proofs[value]}
                    description={t.proofsText[value]}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <TextInput
              {...{ label: t.timeZone, description: t.timeZoneText, value: draft.timeZone, maw: 320 }}
              error={problems['timeZone']}
              onChange={(event) => set({ timeZone: event.currentTarget.value })}
            />
          </Stack>
        </fieldset>
      </Card>
      <SaveBar
        isChanged={!isReadOnly && JSON.stringify(draft) !== JSON.stringify(seller)}
        isBusy={save.isPending}
        problem={problems['']}
        onSave={() => save.mutate({ body: { ...draft, registrations: [...draft.registrations] } })}
        onDiscard={() => setDraft(seller)}
      />
    </>
  );
}
