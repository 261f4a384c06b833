import { Button, Group, Modal, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { replenishmentWords } from '../words.ts';
import type { Policies, Policy, PolicyOf } from './policy.ts';
import { PolicyFields } from './policy-fields.tsx';

/** What the shop, a category or a variant says for itself. */
export function PolicyDialog({
  of,
  told,
  close,
}: {
  readonly of: PolicyOf;
  readonly told: Policies;
  readonly close: () => void;
}) {
  const words = replenishmentWords();
  const { policy: t, policies } = words;
  const isOff = !useMay()('purchasing:write');
  const known = told.policies.find(({ scope, id }) => scope === of.scope && id === of.id)?.policy;
  const [policy, setPolicy] = useState<Policy>(known ?? {});
  const again = useWrite('reviewNeeds', { about: ['replenishment'] });
  const save = useWrite('saveReplenishmentPolicy', {
    ...{ about: ['replenishment'], isTold: true },
    onDone: () => {
      sayDone(t.saved);
      again.mutate({ body: {} });
      close();
    },
  });
  const keep = (body: Policy) => save.mutate({ params: { scope: of.scope, id: of.id }, body });
  const problem = Object.values(problemsByField(save.error))[0];
  return (
    <Modal
      opened
      onClose={close}
      title={of.scope === 'shop' ? policies.dialogShop : of.name}
      centered
      size="md"
    >
      <Stack gap="sm">
        <Switch
          label={policies.off}
          description={policies.offText}
          checked={policy.isOff === true}
          disabled={isOff}
          onChange={(event) => setPolicy({ ...policy, isOff: event.currentTarget.checked || undefined })}
        />
        {policy.isOff !== true && (
          <PolicyFields
            {...{ policy, standard: told.standard, isShop: of.scope === 'shop', isOff, change: setPolicy }}
          />
        )}
        <Text size="xs" c="dimmed">
          {of.scope === 'shop' ? t.standard : policies.inherits}
        </Text>
        {problem !== undefined && (
          <Text size="sm" c="red" role="alert">
            {problem}
          </Text>
        )}
        {!isOff && (
          <Group justify="flex-end">
            {known !== undefined && of.scope !== 'shop' && (
              <Button variant="subtle" color="red" onClick={() => keep({})}>
                {policies.remove}
              </Button>
            )}
            <Button loading={save.isPending} onClick={() => keep(policy)}>
              {t.save}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
