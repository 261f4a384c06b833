import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Search, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useDesks } from '../../../../platform/cockpit/desk/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { GROUPS, matchingPlaces, type SettingsPlace, settingsPlaces } from './places.ts';
import styles from './settings.module.css';
import { settingsWords } from './words.ts';

/** Every page of the settings by what it is about, found by typing; Enter opens the first. */
export function Screen() {
  const t = settingsWords();
  const may = useMay();
  const go = useGo();
  const [typed, setTyped] = useState('');
  const places = settingsPlaces(useDesks(), { language: writtenIn().language, may });
  const found = matchingPlaces(places, typed);
  const [first] = found;
  return (
    <Page title={t.title} about={t.about} isNarrow>
      {places.length > 0 && (
        <search>
          <TextInput
            {...{ 'aria-label': t.find, placeholder: t.findHint, value: typed, autoComplete: 'off' }}
            {...{ className: styles.find, type: 'search', leftSection: <Search size={15} aria-hidden /> }}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter' && typed.trim() !== '' && first !== undefined) go(first.path);
            }}
          />
        </search>
      )}
      <div aria-live="polite">
        {GROUPS.map((group) => {
          const inGroup = found.filter((place) => place.group === group);
          if (inGroup.length === 0) return null;
          return (
            <section key={group} className={styles.group} aria-labelledby={`settings-${group}`}>
              <h2 id={`settings-${group}`}>{t.groups[group]}</h2>
              <ul>
                {inGroup.map((place) => (
                  <li key={place.path}>
                    <Place {...place} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 && (
          <EmptyState
            icon={SearchX}
            title={places.length === 0 ? t.none : t.nothing}
            text={places.length === 0 ? t.noneText : t.nothingText}
          />
        )}
      </div>
    </Page>
  );
}

function Place({ path, label, about, icon: Icon }: SettingsPlace) {
  return (
    <Link to={path} className={styles.place}>
      <span className={styles.icon}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
      </span>
      <span>
        <strong>{label}</strong>
        {about !== '' && <span className={styles.about}>{about}</span>}
      </span>
    </Link>
  );
}
