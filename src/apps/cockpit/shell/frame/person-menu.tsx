import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { useSignOut } from '../gate/sign-out.ts';
import { shellWords } from '../messages/words.ts';
import styles from './frame.module.css';

/** Who is signed in, and what is theirs: profile, light or dark, shortcuts, signing out. */
export function PersonMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { member, shop } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const go = useGo();
  const signOut = useSignOut();
  const t = shellWords();
  const schemes = ['light', 'dark', 'auto'] as const;
  return (
    <Menu position="top-start" width={210}>
      <Menu.Target>
        <UnstyledButton className={styles.person}>
          <Avatar size={24} radius="xl" color="accent" name={member.name} aria-hidden />
          {member.name}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go('/profile')}>{t.profile}</Menu.Item>
        <Menu.Item component="a" href={shop.storefront} target="_blank" rel="noreferrer">
          {t.openShop}
        </Menu.Item>
        <Menu.Item onClick={onShortcuts}>{t.shortcuts}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.appearance}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t.schemes[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
