import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { usePlaces } from '../places.ts';
import { purchasingWords } from '../words.ts';

/** Of whom is ordered and where to; goods are chosen in the draft that it makes, or that is open already. */
export function NewOrder(props: {
  readonly suppliers: readonly { readonly id: string; readonly name: string }[];
  readonly close: () => void;
}) {
  const { suppliers, close } = props;
  const t = purchasingWords();
  const go = useGo();
  const { places } = usePlaces();
  const [chosenSupplier, setSupplier] = useState<string>();
  const [chosenPlace, setPlace] = useState<string>();
  const supplierId = chosenSupplier ?? suppliers[0]?.id;
  const locationId = chosenPlace ?? places[0]?.value;
  const create = useWrite('createPurchaseOrder', {
    ...{ about: ['purchasing'], isTold: true },
    onDone: ({ id }) => go(`/purchasing/${id}`),
  });
  const problem = Object.values(problemsByField(create.error))[0];
  const isReady = supplierId !== undefined && locationId !== undefined;
  return (
    <Modal opened onClose={close} title={t.writeTitle} centered>
      <Stack>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Select
          label={t.supplier}
          data={suppliers.map(({ id, name }) => ({ value: id, label: name }))}
          value={supplierId ?? null}
          allowDeselect={false}
          searchable
          onChange={(chosen) => setSupplier(chosen ?? undefined)}
        />
        {suppliers.length === 0 && (
          <Group justify="space-between">
            <Text size="sm">{t.noSuppliers}</Text>
            <Button size="compact-sm" variant="default" onClick={() => go('/purchasing/suppliers?new=true')}>
              {t.suppliers.add}
            </Button>
          </Group>
        )}
        <Select
          label={t.place}
          data={places}
          value={locationId ?? null}
          allowDeselect={false}
          onChange={(chosen) => setPlace(chosen ?? undefined)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button
            disabled={!isReady}
            loading={create.isPending}
            onClick={() =>
              isReady && create.mutate({ body: { supplierId, locationId, lines: [], mergesDrafts: true } })
            }
          >
            {t.begin}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
