/** The last seal of the chain, as SQL that gives one text: `POSITION:SEAL`, or nothing. It stands for all before it. */
export const AUDIT_PROOF = {
  name: 'audit',
  sql: `select coalesce((select position || ':' || encode(hash, 'hex') from audit.seal order by position desc limit 1), '')`,
} as const;
