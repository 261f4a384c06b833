export { escapeHtml, sanitiseHtml } from './sanitise.ts';
export { textLines } from './text-lines.ts';
