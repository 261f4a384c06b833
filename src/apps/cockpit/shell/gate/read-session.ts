import { callApi } from '../../../../platform/cockpit/api/index.ts';
import type { Session } from '../../../../platform/cockpit/state/index.ts';
import { regionOf, writeIn, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { speak } from '../messages/words.ts';

/** Who is signed in; from then on the cockpit speaks their language. */
export async function readSession(): Promise<Session> {
  const { permissions, ...told } = await callApi('readSession', {});
  const session: Session = { ...told, permissions: new Set(permissions) };
  const { language } = session.member;
  const region = regionOf(language, navigator.languages);
  const isOther = language !== document.documentElement.lang || language !== writtenIn().language;
  writeIn({ language, region, timeZone: session.shop.timeZone });
  if (isOther) await speak(language);
  return session;
}
