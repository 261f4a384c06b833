import './events.ts';

export type { Alert, AlertInput, Firing } from './alert/alert.ts';
export { checkWatched } from './alert/check-alert.ts';
export { previewAlert } from './alert/preview.ts';
export { readFiring } from './alert/read-firing.ts';
export { changeAlert, createAlert, quietAlert, removeAlert } from './alert/save-alert.ts';
export type { Digest } from './digest/digest.ts';
export type { Link, LinkSource } from './link/link.ts';
export { type OpenedLink, openLink } from './link/open-link.ts';
export { createLink, revokeLink } from './link/save-link.ts';
export { asText } from './picture/lettering.ts';
export { answersOf } from './question/ask-warehouse.ts';
export { type Answers, type ReportBlock, SPANS } from './question/question.ts';
export { sendNow } from './schedule/begin-runs.ts';
export { previewReport } from './schedule/preview-report.ts';
export { changeSchedule, createSchedule, removeSchedule } from './schedule/save-schedule.ts';
export type { Run, Schedule, ScheduleInput } from './schedule/schedule.ts';
export { readUnsubscribing, unsubscribe } from './schedule/unsubscribe.ts';
export { selectAlert as readAlert, selectAlerts as readAlerts } from './store/alerts.ts';
export { selectFirings as readFirings } from './store/firings.ts';
export { selectLinks as readLinks } from './store/links.ts';
export {
  selectLatestRuns as readLatestRuns,
  selectRuns as readRuns,
  selectUnsubscribed as readUnsubscribed,
} from './store/runs.ts';
export { selectSchedule as readSchedule, selectSchedules as readSchedules } from './store/schedules.ts';
export { type ReportingDeps, reportingCrons, reportingJobs } from './tasks.ts';
export { namesIn } from './words/names-in.ts';
export { LANGUAGES, type Language, spokenIn, writtenAs } from './words/words.ts';
