import 'virtual:controls.css';
import '@mantine/notifications/styles.css';
import './cockpit.css';
import { ROUTES } from 'virtual:operations';
import { createRoot } from 'react-dom/client';
import { connectApi } from '../../../platform/cockpit/api/index.ts';
import { pruneDrafts } from '../../../platform/cockpit/state/index.ts';
import { languageOf, writeIn, writtenIn } from '../../../platform/cockpit/text/index.ts';
import { Cockpit } from './cockpit.tsx';
import { speak } from './messages/words.ts';

connectApi(ROUTES);
pruneDrafts();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the cockpit');
// Until it is known who it is, the browser's language.
const language = languageOf(navigator.languages);
writeIn({ ...writtenIn(), language });
await speak(language);
createRoot(root).render(<Cockpit />);
