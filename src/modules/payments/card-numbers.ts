export { type FoundCardNumber, findCardNumbers } from '../../kernel/index.ts';
