import { Button, Group, Modal, Text } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import { staffWords } from '../words.ts';
import { LinkToHandOver } from './invite-dialog.tsx';
import type { Role } from './member.ts';
import { RoleBadges } from './role-badges.tsx';
import styles from './team.module.css';

/** Who is invited and has not come yet: send again, revoke. */
export function InvitationCard({ roles }: { readonly roles: readonly Role[] }) {
  const t = staffWords().team;
  const may = useMay();
  const invitations = useRead('listInvitations', {}, { about: ['staff'] });
  const again = useWrite('inviteAgain', { about: ['staff'] });
  const revoke = useWrite('revokeInvitation', { about: ['staff'] });
  return (
    <Card title={t.invitations}>
      <Shown of={invitations}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.noInvitations}
            </Text>
          ) : (
            <ul className={styles.list}>
              {items.map(({ id, email, roles: given, invitedBy, expiresAt }) => (
                <li key={id}>
                  <div>
                    <Text size="sm" fw={550} className={styles.address}>
                      {email}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {invitedBy && `${t.by(invitedBy)} · `}
                      {t.until(momentOf(expiresAt))}
                    </Text>
                  </div>
                  <Group gap={6}>
                    <RoleBadges ids={given} roles={roles} />
                    {may('team:write') && (
                      <>
                        <Button
                          variant="default"
                          loading={again.isPending}
                          onClick={() => again.mutate({ params: { invitationId: id } })}
                        >
                          {t.again}
                        </Button>
                        <ConfirmButton
                          title={t.revokeTitle(email)}
                          text={t.revokeText}
                          verb={t.revoke}
                          onConfirm={() => revoke.mutateAsync({ params: { invitationId: id } })}
                        >
                          {t.revoke}
                        </ConfirmButton>
                      </>
                    )}
                  </Group>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {again.data && (
        <Modal opened onClose={again.reset} title={t.invited(again.data.invitation.email)} centered>
          <LinkToHandOver link={again.data.link} onClose={again.reset} />
        </Modal>
      )}
    </Card>
  );
}
