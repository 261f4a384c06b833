import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../../test/database.ts';
import { expectOk } from '../../../kernel/index.ts';
import { newId } from '../../../platform/id.ts';
import {
  type Choices,
  type ConsentRules,
  readConsentProof,
  readConsentRules,
  recordConsent,
  saveConsentRules,
  standingOf,
} from '../index.ts';

const { db } = await testDatabase();
const NOW = Temporal.Instant.from('2026-11-27T10:00:00Z');
const ALL: Choices = { statistics: true, preferences: true, marketing: true };
const NONE: Choices = { statistics: false, preferences: false, marketing: false };
const RULES: ConsentRules = {
  regions: [
    { places: ['*'], model: 'opt_in', gpcRefuses: ['marketing'], holdsDays: 182 },
    { places: ['US'], model: 'opt_out', gpcRefuses: [], holdsDays: 365 },
    { places: ['US-CA'], model: 'opt_out', gpcRefuses: ['marketing', 'statistics'], holdsDays: 365 },
  ],
};

test('what may be done for whom', () => {
  const yes = (daysAgo: number) => ({ choices: ALL, at: NOW.subtract({ hours: 24 * daysAgo }) });
  const no = { choices: NONE, at: NOW };
  type Decided = ReturnType<typeof yes> | undefined;
  const table: [place: string | undefined, hasGpc: boolean, decided: Decided, expected: string][] = [
    ['DE', false, undefined, '- asked'],
    [undefined, false, undefined, '- asked'],
    ['DE', false, yes(1), 'statistics preferences marketing'],
    ['DE', false, yes(182), 'statistics preferences marketing'],
    ['DE', false, yes(183), '- asked'],
    ['DE', false, no, '-'],
    ['DE', true, yes(1), 'statistics preferences honoured'],
    ['US', false, undefined, 'statistics preferences marketing'],
    ['US', true, undefined, 'statistics preferences marketing'],
    ['US-NV', true, undefined, 'statistics preferences marketing'],
    ['US-CA', true, undefined, 'preferences honoured'],
    ['US-CA', true, yes(1), 'preferences honoured'],
    ['US', false, no, '-'],
  ];
  for (const [place, hasGpc, decided, expected] of table) {
    const { choices, isAsked, isSignalHonoured } = standingOf(RULES, { place, hasGpc, decided, now: NOW });
    const may = Object.entries(choices).flatMap(([purpose, is]) => (is ? [purpose] : []));
    const said = [may.join(' ') || '-', isAsked ? ' asked' : '', isSignalHonoured ? ' honoured' : ''].join(
      '',
    );
    assert.equal(said, expected, `${place} ${hasGpc} ${decided?.at}`);
  }
});

test('a decision is proven with the text that was shown, and the last one holds', async () => {
  const consentId = newId<'consent'>();
  const shown = { version: '3', locale: 'de', text: 'Dürfen wir zählen?' };
  const decide = (choices: Choices, method: 'choices' | 'withdrawal', minutes: number) =>
    db.transaction().execute((tx) =>
      recordConsent(tx, {
        ...{ consentId, choices, method, shown, hasGpc: method === 'withdrawal' },
        now: NOW.add({ minutes }),
      }),
    );
  await decide({ ...NONE, statistics: true }, 'choices', 0);
  await decide(NONE, 'withdrawal', 5);
  const { records, isWhole } = await readConsentProof(db, consentId);
  assert.ok(isWhole);
  assert.deepEqual(
    records.map(({ sha256, ...record }) => [sha256.length, record]),
    [
      [
        64,
        { decidedAt: NOW, choices: { ...NONE, statistics: true }, method: 'choices', hasGpc: false, shown },
      ],
      [64, { decidedAt: NOW.add({ minutes: 5 }), choices: NONE, method: 'withdrawal', hasGpc: true, shown }],
    ],
  );
  const { rows } = await sql`select from collector.consent_text`.execute(db);
  assert.equal(rows.length, 1, 'the text is kept once');
  assert.deepEqual((await readConsentProof(db, newId())).records, []);
});

test('nobody changes a decision or a text afterwards, and a text that was changed shows', async () => {
  for (const statement of [
    'update collector.consent set decided_at = now()',
    'delete from collector.consent',
    'truncate collector.consent',
    "update collector.consent_text set text = 'other'",
    'delete from collector.consent_text',
  ]) {
    await assert.rejects(sql.raw(statement).execute(db), /append-only/, statement);
  }
  const { rows } = await sql<{ id: ReturnType<typeof newId<'consent'>> }>`
    select consent_id as id from collector.consent limit 1`.execute(db);
  const [first] = rows;
  assert.ok(first);
  await sql`alter table collector.consent_text disable trigger user`.execute(db);
  await sql`update collector.consent_text set text = 'Dürfen wir alles?'`.execute(db);
  assert.equal((await readConsentProof(db, first.id)).isWhole, false);
});

test('rules are the default ones until the shop has written its own, which are checked', async () => {
  const save = (rules: ConsentRules) =>
    db.transaction().execute((tx) => saveConsentRules(tx, { rules, now: NOW }));
  assert.deepEqual((await readConsentRules(db)).regions[0]?.model, 'opt_in');
  expectOk(await save(RULES));
  assert.deepEqual(await readConsentRules(db), RULES);
  const [everywhere] = RULES.regions;
  assert.ok(everywhere);
  const table: [regions: ConsentRules['regions'], field: string][] = [
    [[], 'regions'],
    [[{ ...everywhere, places: ['DE'] }], 'regions'],
    [[{ ...everywhere, places: ['*', 'Germany'] }], 'regions[0].places'],
    [[everywhere, everywhere], 'regions[1].places'],
    [[{ ...everywhere, holdsDays: 0 }], 'regions[0].holdsDays'],
    [[{ ...everywhere, holdsDays: 731 }], 'regions[0].holdsDays'],
  ];
  for (const [regions, field] of table) {
    const saved = await save({ regions });
    assert.equal(saved.ok ? 'ok' : saved.refusal.field, field);
  }
  assert.deepEqual(await readConsentRules(db), RULES);
});
