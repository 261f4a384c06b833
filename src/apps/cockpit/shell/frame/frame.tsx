import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import {
  useGo,
  useLiveUpdates,
  useMay,
  useSession,
  useShortcuts,
} from '../../../../platform/cockpit/state/index.ts';
import { DESKS } from '../desks.ts';
import { shellWords } from '../messages/words.ts';
import { WorkButton } from '../work/work-button.tsx';
import { useFetchAhead } from './fetch-ahead.ts';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';

// No screen waits for menus and dialogs.
const PersonMenu = lazy(async () => ({ default: (await import('./person-menu.tsx')).PersonMenu }));
const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

/** What stands around every screen: navigation, the palette's opener, the person. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [isOpen, navigation] = useDisclosure(false);
  const [isAsking, palette] = useDisclosure(false);
  const [isListed, setListed] = useState(false);
  const { shop } = useSession();
  const go = useGo();
  const may = useMay();
  const t = shellWords();
  useLiveUpdates('/api/admin/v1/changes');
  useFetchAhead();
  const shortcuts = useMemo(() => {
    const ways = DESKS.flatMap((desk) => desk.navigation).filter(
      ({ key, permission }) => key && may(permission),
    );
    return {
      'mod+k': palette.toggle,
      '?': () => setListed(true),
      ...Object.fromEntries(ways.map(({ key, path }) => [`g ${key}`, () => go(path)])),
    };
  }, [palette.toggle, go, may]);
  useShortcuts(shortcuts);
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 228, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      className={styles.shell}
    >
      <a href="#screen" className={styles.skip}>
        {t.skip}
      </a>
      <AppShell.Header hiddenFrom="sm" className={styles.header}>
        <Group h="100%" px="md" justify="space-between">
          <Burger opened={isOpen} onClick={navigation.toggle} size="sm" aria-label={t.menu} />
          <strong>{shop.name}</strong>
          <UnstyledButton aria-label={t.find} onClick={palette.open}>
            <Search size={18} />
          </UnstyledButton>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={styles.navbar}>
        <Group justify="space-between" className={styles.brand}>
          <strong className={styles.shop}>{shop.name}</strong>
          <Burger opened onClick={navigation.close} size="sm" hiddenFrom="sm" aria-label={t.close} />
        </Group>
        <UnstyledButton className={styles.find} onClick={palette.open}>
          <Search size={14} aria-hidden />
          <span>{t.find}</span>
          <kbd>{isMac() ? '⌘K' : 'Ctrl K'}</kbd>
        </UnstyledButton>
        <Navigation onGo={navigation.close} />
        <WorkButton />
        <Suspense fallback={<div className={styles.person} />}>
          <PersonMenu onShortcuts={() => setListed(true)} />
        </Suspense>
      </AppShell.Navbar>
      <AppShell.Main id="screen" tabIndex={-1} className={styles.main}>
        {children}
      </AppShell.Main>
      <Suspense fallback={null}>
        {isAsking && <Palette isOpen onClose={palette.close} />}
        {isListed && <ShortcutList isOpen onClose={() => setListed(false)} />}
      </Suspense>
    </AppShell>
  );
}

function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}
