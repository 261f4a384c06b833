export { escapeHtml, sanitiseHtml } from './sanitise.ts';
