export { textIn, textsIn, useAddress, useGo } from './address.ts';
export { type Colleague, useColleagues } from './colleagues.ts';
export { pruneDrafts, useDraft } from './draft.ts';
export { useLiveUpdates } from './live.ts';
export { useRemembered } from './remembered.ts';
export { type Session, SessionProvider, useMay, useSession } from './session.ts';
export { type Shortcuts, useShortcuts } from './shortcuts.ts';
export { showWork, useWorkShown } from './work-shown.ts';
