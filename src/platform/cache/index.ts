export { AnswerCache } from './answer-cache.ts';
export { type Effect, followChanges, type Keeper } from './follow-changes.ts';
export { sendStored } from './send.ts';
export {
  bodyOnceIn,
  type Encoding,
  encodingFor,
  isStoredAnswer,
  type StoredAnswer,
  storedAnswer,
} from './stored-answer.ts';
