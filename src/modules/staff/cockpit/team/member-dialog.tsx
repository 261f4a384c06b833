import { Button, Divider, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { staffWords } from '../words.ts';
import type { Member, Role } from './member.ts';
import { RoleChoice } from './role-choice.tsx';

/** What a member may do, and taking them out of the team. */
export function MemberDialog(props: {
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}) {
  const { member, roles, onClose } = props;
  const { id: memberId, name } = member;
  const t = staffWords().team;
  const [chosen, setChosen] = useState<string[]>([...member.roles]);
  const change = useWrite('changeRoles', { about: ['staff'], isTold: true, onDone: onClose });
  const signOut = useWrite('signMemberOut', {
    about: ['staff'],
    onDone: () => sayDone(t.signedOut(name)),
  });
  const remove = useWrite('removeMember', {
    about: ['staff'],
    onDone: () => {
      sayDone(t.removed(name));
      onClose();
    },
  });
  const problems = problemsByField(change.error);
  return (
    <Modal opened onClose={onClose} title={t.changeTitle(name)} centered>
      <Stack>
        <RoleChoice
          roles={roles}
          chosen={chosen}
          error={problems['roles'] ?? problems['']}
          onChange={setChosen}
        />
        <Group justify="flex-end">
          <Button
            loading={change.isPending}
            onClick={() => change.mutate({ params: { memberId }, body: { roles: chosen } })}
          >
            {t.save}
          </Button>
        </Group>
        <Divider />
        <Group>
          <Button
            variant="default"
            loading={signOut.isPending}
            onClick={() => signOut.mutate({ params: { memberId } })}
          >
            {t.signOut}
          </Button>
          <ConfirmButton
            title={t.removeTitle(name)}
            text={t.removeText}
            verb={t.remove}
            onConfirm={() => remove.mutateAsync({ params: { memberId } })}
          >
            {t.remove}
          </ConfirmButton>
        </Group>
      </Stack>
    </Modal>
  );
}
