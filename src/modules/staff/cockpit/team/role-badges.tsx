import { Badge } from '@mantine/core';
import { roleName } from '../words.ts';
import type { Role } from './member.ts';

export function RoleBadges({
  ids,
  roles,
}: {
  readonly ids: readonly string[];
  readonly roles: readonly Role[];
}) {
  return ids.map((id) => (
    <Badge key={id} variant="default" size="sm" tt="none">
      {roleName(roles.find((role) => role.id === id) ?? { id, name: id })}
    </Badge>
  ));
}
