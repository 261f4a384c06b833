export { type JoinRefusal, joinWaitlist } from './join.ts';
export { leaveWaitlists } from './leave.ts';
export { countWaiting } from './store.ts';
export { type WaitlistDeps, waitlistCrons, waitlistJobs, waitlistReactions } from './tasks.ts';
export { WAITLIST_LIMITS, type Wait, type WaitId } from './wait.ts';
