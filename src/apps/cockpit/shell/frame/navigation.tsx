import { Link, useRouterState } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import type { NavigationEntry } from '../../../../platform/cockpit/desk/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { DESKS } from '../desks.ts';
import { shellWords } from '../messages/words.ts';
import styles from './frame.module.css';
import { SettingsLinks } from './settings-links.tsx';

const PATHS = DESKS.flatMap(({ navigation }) => navigation.map(({ path }) => path));

/**
 * The desks that the person may open; what is below a desk is shown while one is at it. The settings are one link with the
 * neighbours of where one is: all of them would be longer than all the rest.
 */
export function Navigation({ onGo }: { readonly onGo: () => void }) {
  const may = useMay();
  const { language } = writtenIn();
  const here = useRouterState({ select: ({ location }) => location.pathname.replace(/^\/cockpit/, '') });
  const t = shellWords();
  return (
    <nav className={styles.links} aria-label={t.navigation}>
      {(['work', 'shop'] as const).map((section) => {
        const desks = DESKS.filter(
          (desk) => desk.section === section && desk.navigation.some((entry) => may(entry.permission)),
        );
        if (desks.length === 0) return null;
        return (
          <div key={section}>
            {section !== 'work' && <h2 className={styles.section}>{t.sections[section]}</h2>}
            {desks.map(({ name, icon: Icon, navigation }) => {
              const [first, ...below] = entriesOf(navigation).filter((entry) => may(entry.permission));
              if (first === undefined) return null;
              const isBelow = (path: string) => here === path || here.startsWith(`${path}/`);
              const isAt = [first, ...below].some(({ path }) => isBelow(path));
              // `/analytics/reports` has a link of its own, be it another desk's, and is not also where `/analytics` leads.
              const isDeeper = PATHS.some((path) => path.startsWith(`${first.path}/`) && isBelow(path));
              return (
                <div key={name}>
                  <Link
                    to={first.path}
                    className={styles.link}
                    data-here={(here.startsWith(first.path) && !isDeeper) || undefined}
                    activeOptions={{ exact: isDeeper }}
                    onClick={onGo}
                  >
                    <Icon size={16} aria-hidden />
                    {first.label[language]}
                    {first.count && <Waiting of={first.count} />}
                  </Link>
                  {isAt &&
                    below.map(({ path, label }) => (
                      <Link
                        key={path}
                        to={path}
                        className={`${styles.link} ${styles.below}`}
                        // `/prices` is not where one is at `/prices/scheduled`, which has a link of its own.
                        activeOptions={{ exact: below.some((other) => other.path.startsWith(`${path}/`)) }}
                        onClick={onGo}
                      >
                        {label[language]}
                      </Link>
                    ))}
                </div>
              );
            })}
          </div>
        );
      })}
      <SettingsLinks here={here} onGo={onGo} />
    </nav>
  );
}

/** What stands at a desk: its own, and what others put below it. */
function entriesOf(navigation: readonly NavigationEntry[]): readonly NavigationEntry[] {
  const own = navigation.filter(({ below }) => below === undefined);
  const path = own[0]?.path;
  const others = DESKS.flatMap((desk) => desk.navigation.filter(({ below }) => below === path));
  return path === undefined ? own : [...own, ...others];
}

/** How many wait at a desk; nothing where none do, or nobody can say. */
function Waiting({ of }: { readonly of: 'countDecisions' }) {
  const { data } = useRead(of, {}, { about: ['decisions'], isAside: true });
  return data === undefined || data.open === 0 ? null : (
    <span className={styles.count}>{countOf(data.open)}</span>
  );
}
