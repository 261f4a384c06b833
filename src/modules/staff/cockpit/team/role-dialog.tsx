import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { useScopeWords } from '../../../access/cockpit/index.ts';
import { ProblemAlert } from '../gate/problem-alert.tsx';
import { roleName, staffWords } from '../words.ts';
import type { Permission, Role } from './member.ts';
import styles from './team.module.css';

type Limits = Readonly<Record<string, string>>;

/** Makes a role of the shop's own, beginning with what another allows, or changes one. */
export function RoleDialog(props: {
  readonly role?: Role;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly onClose: () => void;
}) {
  const { role, roles, permissions, onClose } = props;
  const t = staffWords().roles;
  const [name, setName] = useState(role?.name ?? '');
  const [limits, setLimits] = useState<Limits>(limitsOf(role));
  const create = useWrite('createRole', { about: ['staff'], isTold: true, onDone: onClose });
  const change = useWrite('changeRole', { about: ['staff'], isTold: true, onDone: onClose });
  const remove = useWrite('removeRole', { about: ['staff'], onDone: onClose });
  const error = create.error ?? change.error;
  const problems = problemsByField(error);
  const save = () => {
    const body = { name, grants: grantsOf(limits, permissions) };
    if (role === undefined) create.mutate({ body });
    else change.mutate({ params: { roleId: role.id }, body });
  };
  return (
    <Modal opened onClose={onClose} title={role ? t.edit(role.name) : t.add} centered size="lg">
      <Stack>
        <TextInput
          label={t.name}
          maxLength={60}
          required
          data-autofocus
          value={name}
          error={problems['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {role === undefined && (
          <Select
            label={t.begin}
            placeholder={t.beginNothing}
            data={roles.map((one) => ({ value: one.id, label: roleName(one) }))}
            onChange={(id) => setLimits(limitsOf(roles.find((one) => one.id === id)))}
          />
        )}
        <Grants limits={limits} permissions={permissions} onChange={setLimits} />
        <ProblemAlert error={error && !problems['name'] ? error : undefined} />
        <Group justify="space-between">
          {role ? (
            <ConfirmButton
              title={t.removeTitle(role.name)}
              text={t.removeText}
              verb={t.remove}
              onConfirm={() => remove.mutateAsync({ params: { roleId: role.id } })}
            >
              {t.remove}
            </ConfirmButton>
          ) : (
            <span />
          )}
          <Button loading={create.isPending || change.isPending} onClick={save}>
            {t.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Grants(props: {
  readonly limits: Limits;
  readonly permissions: readonly Permission[];
  readonly onChange: (limits: Limits) => void;
}) {
  const { limits, permissions, onChange } = props;
  const t = staffWords().roles;
  const { currency } = useSession().shop;
  const wordsOf = useScopeWords();
  const without = (id: string) => Object.fromEntries(Object.entries(limits).filter(([one]) => one !== id));
  return (
    <fieldset className={styles.grants} aria-label={t.permission}>
      {permissions.map(({ id, about, hasLimit }) => (
        <div key={id}>
          <Checkbox
            size="xs"
            label={id}
            description={wordsOf(id) ?? about}
            checked={id in limits}
            onChange={() => onChange(id in limits ? without(id) : { ...limits, [id]: '' })}
          />
          {hasLimit && id in limits && (
            <MoneyField
              size="xs"
              mt={6}
              ml={28}
              maw={220}
              label={t.limitOf}
              description={t.noLimit}
              currency={currency}
              value={limits[id] ?? ''}
              onChange={(amount) => onChange({ ...limits, [id]: amount })}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** What a role allows, each with its limit or an empty text. */
function limitsOf(role: Role | undefined): Limits {
  return Object.fromEntries((role?.grants ?? []).map(({ permission, limit }) => [permission, limit ?? '']));
}

function grantsOf(limits: Limits, permissions: readonly Permission[]) {
  return permissions
    .filter(({ id }) => id in limits)
    .map(({ id: permission }) => {
      const limit = limits[permission];
      return limit ? { permission, limit } : { permission };
    });
}
