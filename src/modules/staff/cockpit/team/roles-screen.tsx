import { Button, Group } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { useScopeWords } from '../../../access/cockpit/index.ts';
import { roleName, staffWords } from '../words.ts';
import { ConfirmationCard } from './confirmation-card.tsx';
import type { Permission, Role } from './member.ts';
import { RoleDialog } from './role-dialog.tsx';
import styles from './team.module.css';

/** Every role beside every permission, with limits. */
export function Screen() {
  const t = staffWords().roles;
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const [changing, setChanging] = useState<Role>();
  const roles = useRead('listRoles', {}, { about: ['staff'] });
  const permissions = roles.data?.permissions ?? [];
  const known = roles.data?.items ?? [];
  return (
    <Page
      title={t.title}
      about={t.about}
      back="/team"
      actions={may('team:write') && <Button onClick={() => setMaking(true)}>{t.add}</Button>}
    >
      <ConfirmationCard />
      <Card isFlush>
        <Shown of={roles}>
          {(told) => <Matrix roles={told.items} permissions={told.permissions} onChange={setChanging} />}
        </Shown>
      </Card>
      {isMaking && <RoleDialog roles={known} permissions={permissions} onClose={() => setMaking(false)} />}
      {changing && (
        <RoleDialog
          role={changing}
          roles={known}
          permissions={permissions}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  );
}

function Matrix(props: {
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
  readonly onChange: (role: Role) => void;
}) {
  const { roles, permissions, onChange } = props;
  const t = staffWords().roles;
  const wordsOf = useScopeWords();
  const may = useMay();
  return (
    // The table is wider than a telephone: it scrolls by itself, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t.title}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t.permission}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {roleName(role)}
                {!role.isBuiltIn && may('team:write') && (
                  <Group justify="center">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t.edit(role.name)}
                      onClick={() => onChange(role)}
                    >
                      {t.change}
                    </Button>
                  </Group>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map(({ id, about }) => (
            <tr key={id}>
              <th scope="row">
                {id}
                <span className={styles.about}>{wordsOf(id) ?? about}</span>
              </th>
              {roles.map((role) => (
                <td key={role.id}>
                  <Cell role={role} permission={id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ role, permission }: { readonly role: Role; readonly permission: string }) {
  const t = staffWords().roles;
  const { currency } = useSession().shop;
  const grant = role.grants.find((one) => one.permission === permission);
  if (grant === undefined) return <span role="img" aria-label={t.no} />;
  if (grant.limit !== undefined) return t.limit(moneyOf({ amount: grant.limit, currency }));
  return <Check size={15} role="img" aria-label={t.yes} />;
}
