import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './cockpit.css';
import { ROUTES } from 'virtual:operations';
import { createRoot } from 'react-dom/client';
import { connectApi } from '../../../platform/cockpit/api/index.ts';
import { pruneDrafts } from '../../../platform/cockpit/state/index.ts';
import { Cockpit } from './cockpit.tsx';

connectApi(ROUTES);
pruneDrafts();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the cockpit');
createRoot(root).render(<Cockpit />);
