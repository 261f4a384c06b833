import { Fragment, type ReactNode, use } from 'react';
import type { Desk } from '../../../platform/cockpit/desk/index.ts';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import { keepMessages, type Language } from '../../../platform/cockpit/text/index.ts';

const loaded = new Map<string, unknown>();
const loading = new Map<string, Promise<unknown>>();

/**
 * Draws a desk once its messages are there in the language of who is signed in. That is known behind the gate only: a
 * screen that is opened by its address is loaded before anybody knows who it is for.
 */
export function Spoken({ desk, children }: { readonly desk: Desk; readonly children: ReactNode }) {
  const { language } = useSession().member;
  const messages = loaded.get(keyOf(desk, language)) ?? use(loadMessages(desk, language));
  keepMessages(desk.name, messages);
  return <Fragment key={language}>{children}</Fragment>;
}

/** Fetches them once; what could not be fetched is asked for again the next time. */
export function loadMessages(desk: Desk, language: Language): Promise<unknown> {
  const key = keyOf(desk, language);
  const begun = loading.get(key) ?? fetchMessages(desk, language);
  loading.set(key, begun);
  return begun;
}

async function fetchMessages(desk: Desk, language: Language): Promise<unknown> {
  const key = keyOf(desk, language);
  try {
    const messages = await desk.messages[language]();
    loaded.set(key, messages);
    return messages;
  } catch (error) {
    loading.delete(key);
    throw error;
  }
}

const keyOf = ({ name }: Desk, language: Language): string => `${name} ${language}`;
