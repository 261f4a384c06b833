export type { EventFacts, EventInput, EventItem, Mode, Visitor } from './event.ts';
export {
  beginsAnother,
  IDLE_MINUTES,
  mergeSessions,
  type Session,
  type SessionEvent,
  sessionsOf,
} from './session-rule.ts';
export { type Campaign, readCampaign, trafficOf } from './traffic/campaign.ts';
export { type Channel, channelOf, type Traffic } from './traffic/channel.ts';
export { type SourceCategory, sourceCategoryOf } from './traffic/source-categories.ts';
export type { Problem } from './validate/params.ts';
export { type ReadEvent, readEvent } from './validate/read-event.ts';
export { SUSPICIONS, type Suspicion, suspicionOf } from './visit/bots.ts';
export { type Device, deviceOf } from './visit/device.ts';
