import { Checkbox, Stack } from '@mantine/core';
import { roleName, staffWords } from '../words.ts';
import type { Role } from './member.ts';

/** Which roles somebody has. */
export function RoleChoice(props: {
  readonly roles: readonly Role[];
  readonly chosen: readonly string[];
  readonly error?: string | undefined;
  readonly onChange: (ids: string[]) => void;
}) {
  const { roles, chosen, error, onChange } = props;
  const t = staffWords().team;
  return (
    <Checkbox.Group
      label={t.roles}
      description={t.rolesHint}
      error={error}
      value={[...chosen]}
      onChange={onChange}
    >
      <Stack gap={10} mt="xs">
        {roles.map((role) => (
          <Checkbox key={role.id} size="xs" value={role.id} label={roleName(role)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
