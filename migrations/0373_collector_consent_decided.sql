-- Why: how visitors decided is counted by day, and would be counted by reading every decision there ever was.
create index consent_decided on collector.consent (decided_at);
