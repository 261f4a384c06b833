import { Avatar, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { staffWords } from '../words.ts';
import { InvitationCard } from './invitation-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import type { Member, Role } from './member.ts';
import { MemberDialog } from './member-dialog.tsx';
import { RoleBadges } from './role-badges.tsx';
import styles from './team.module.css';

/** Who works in the shop, with their roles, and who is invited. */
export function Screen() {
  const t = staffWords().team;
  const may = useMay();
  const [isInviting, setInviting] = useState(false);
  const members = useRead('listMembers', {}, { about: ['staff'] });
  const roles = useRead('listRoles', {}, { about: ['staff'] });
  const known = roles.data?.items ?? [];
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={may('team:write') && <Button onClick={() => setInviting(true)}>{t.invite}</Button>}
      isNarrow
    >
      <Stack>
        <Card title={t.members}>
          <Shown of={members}>{({ items }) => <MemberList members={items} roles={known} />}</Shown>
        </Card>
        <InvitationCard roles={known} />
      </Stack>
      {isInviting && <InviteDialog roles={known} onClose={() => setInviting(false)} />}
    </Page>
  );
}

function MemberList({
  members,
  roles,
}: {
  readonly members: readonly Member[];
  readonly roles: readonly Role[];
}) {
  const t = staffWords().team;
  const may = useMay();
  const { member: me } = useSession();
  const [chosen, setChosen] = useState<string>();
  const changing = members.find(({ id }) => id === chosen);
  return (
    <>
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.id}>
            <Group gap="sm" wrap="nowrap">
              <Avatar size={32} radius="xl" color="accent" name={member.name} aria-hidden />
              <div>
                <Text size="sm" fw={550}>
                  {member.name} {member.id === me.id && <span className={styles.soft}>({t.you})</span>}
                </Text>
                <Text size="xs" c="dimmed" className={styles.address}>
                  {member.email} · {member.lastSeenAt ? t.seen(sinceOf(member.lastSeenAt)) : t.never} ·{' '}
                  {waysOf(member)}
                </Text>
              </div>
            </Group>
            <Group gap={6}>
              <RoleBadges ids={member.roles} roles={roles} />
              {may('team:write') && (
                <Button
                  variant="default"
                  aria-label={`${t.change}: ${member.name}`}
                  onClick={() => setChosen(member.id)}
                >
                  {t.change}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {changing && <MemberDialog member={changing} roles={roles} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function waysOf({ passkeys, hasAuthenticator }: Member): string {
  const { passkey, authenticator, none } = staffWords().team.ways;
  const ways = [...(passkeys > 0 ? [passkey] : []), ...(hasAuthenticator ? [authenticator] : [])];
  return ways.length > 0 ? ways.join(', ') : none;
}
