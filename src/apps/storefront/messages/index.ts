export { type MessageKey, message, type Values } from './message.ts';
