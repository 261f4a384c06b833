import { Alert, Button, Group, Modal, Select, Stack, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { type Asking, type Told, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { showWork } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import { Examples } from './examples.tsx';
import { PriceDialog } from './price-dialog.tsx';

type Body = Asking<'actOnProducts'>['body'];
type Action = Body['action'];
export type ActionKind = Action['kind'] | 'price';

const ABOUT = ['work'] as const;

type Choices = {
  readonly tags: readonly string[];
  readonly collections: readonly { readonly id: string; readonly title: string; readonly kind: string }[];
};

/** Asks for the particulars, shows what would change, and does it. */
export function BulkDialog(props: {
  readonly kind: ActionKind;
  readonly title: string;
  readonly select: Body['select'];
  readonly choices: Choices | undefined;
  readonly onClose: (isDone: boolean) => void;
}) {
  const { kind, title, select, choices, onClose } = props;
  const [action, setAction] = useState<Action | undefined>();
  const t = productWords();
  const trial = useWrite('previewProductAction', { about: [], isTold: true });
  const act = useWrite('actOnProducts', {
    about: ABOUT,
    isTold: true,
    onDone: () => {
      showWork();
      onClose(true);
    },
  });
  const choose = (chosen: Action | undefined) => {
    setAction(chosen);
    trial.reset();
    if (chosen) trial.mutate({ body: { select, action: chosen } });
  };
  const told = trial.data;
  const problem = trial.error ?? act.error;
  // Of those that were not looked at, some may change.
  const isNothing = told?.changed === 0 && told.lookedAt === told.products;
  const begin = (products: number) => {
    if (action) act.mutate({ body: { select, action, title: t.bulk.work(title, countOf(products)) } });
  };
  return (
    <Modal opened onClose={() => onClose(false)} title={title} size="lg" centered>
      {kind === 'price' ? (
        <PriceDialog productIds={select.ids ?? []} onClose={onClose} />
      ) : (
        <Stack>
          <ActionFields kind={kind} choices={choices} onChange={choose} />
          {problem && <Alert color="red">{problem.message}</Alert>}
          {told && (
            <>
              <Text size="sm" fw={540} role="status">
                {told.changed === 0
                  ? t.bulk.nothing
                  : t.bulk.willChange(countOf(told.changed), countOf(told.lookedAt))}
              </Text>
              {told.lookedAt < told.products && (
                <Text size="sm" c="dimmed">
                  {t.bulk.lookedAt(countOf(told.lookedAt), countOf(told.products))}
                </Text>
              )}
              <Examples of={told.examples} />
              {told.refused > 0 && <Refused {...told} />}
            </>
          )}
          <Group justify="flex-end">
            <Button
              disabled={action === undefined || told === undefined || isNothing}
              loading={act.isPending}
              onClick={() => begin(told?.products ?? 0)}
            >
              {t.bulk.apply}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Refused({ refused, problems }: Pick<Told<'previewProductAction'>, 'refused' | 'problems'>) {
  const t = productWords();
  return (
    <Alert color="yellow" title={t.bulk.refused(countOf(refused))}>
      {problems.map(({ productId, title, reason }) => (
        <Text key={productId} size="sm">
          {title}: {reason}
        </Text>
      ))}
    </Alert>
  );
}

function ActionFields(props: {
  readonly kind: Action['kind'];
  readonly choices: Choices | undefined;
  readonly onChange: (action: Action | undefined) => void;
}) {
  const { kind, choices, onChange } = props;
  const t = productWords();
  switch (kind) {
    case 'status':
      return (
        <Select
          label={t.status}
          data={Object.entries(t.statuses).map(([value, label]) => ({ value, label }))}
          onChange={(status) => onChange(status ? { kind, status: status as 'active' } : undefined)}
          data-autofocus
        />
      );
    case 'add_tags':
    case 'remove_tags':
      return (
        <TagsInput
          label={t.tags}
          data={[...(choices?.tags ?? [])]}
          onChange={(tags) => onChange(tags.length > 0 ? { kind, tags } : undefined)}
          data-autofocus
        />
      );
    default:
      return (
        <Select
          label={t.collection}
          searchable
          data={(choices?.collections ?? [])
            .filter((one) => one.kind === 'manual')
            .map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(collectionId) => onChange(collectionId ? { kind, collectionId } : undefined)}
          data-autofocus
        />
      );
  }
}
