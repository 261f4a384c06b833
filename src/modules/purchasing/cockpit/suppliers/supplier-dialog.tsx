import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { purchasingWords } from '../words.ts';
import { bodyOf, newSupplier, type SupplierDraft } from './supplier-draft.ts';
import { FirstFields } from './supplier-fields.tsx';

/** A supplier with what is needed to order of them; the rest is on their page. */
export function SupplierDialog({ close }: { readonly close: () => void }) {
  const words = purchasingWords();
  const t = words.suppliers;
  const go = useGo();
  const { language } = useSession().member;
  const shop = useRead('readShop', {}, { about: ['markets'], isOff: !useMay()('settings:read') });
  const [typed, setTyped] = useState<SupplierDraft>();
  const draft = typed ?? newSupplier(shop.data?.defaultCurrency ?? 'EUR', language);
  const create = useWrite('createSupplier', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: ({ id }) => go(`/purchasing/suppliers/${id}`),
  });
  const problems = problemsByField(create.error);
  return (
    <Modal opened onClose={close} title={t.add} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: bodyOf(draft) });
        }}
      >
        <Stack>
          {problems[''] !== undefined && (
            <Alert color="red" role="alert">
              {problems['']}
            </Alert>
          )}
          <FirstFields {...{ draft, problems }} onChange={(parts) => setTyped({ ...draft, ...parts })} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={draft.name.trim() === ''} loading={create.isPending}>
              {t.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
