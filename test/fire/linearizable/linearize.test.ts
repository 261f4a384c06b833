import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linearize, type Model, type Operation } from './linearize.ts';

type Asked = { readonly write: number } | 'read';
type Register = Model<number, Asked, number>;

/** One number that is written and read: the object of the paper's own examples. Writing answers what was written. */
const register: Register = {
  initial: 0,
  step: (state, asked, answer) => {
    if (asked === 'read') return answer === undefined || answer === state ? state : undefined;
    return asked.write;
  },
  keyOf: String,
};

/** Written as the field draws them: a line a client, `[` where it asks and `]` where it is answered. */
type Drawn = readonly (readonly [line: string, input: Asked, output: number | undefined])[];

const HISTORIES: readonly (readonly [what: string, isLinearizable: boolean, drawn: Drawn])[] = [
  ['nothing happened', true, []],
  [
    'a read after a write sees it',
    true,
    [
      ['[ ]', { write: 1 }, 1],
      ['    [ ]', 'read', 1],
    ],
  ],
  [
    'a read after a write does not see what was before',
    false,
    [
      ['[ ]', { write: 1 }, 1],
      ['    [ ]', 'read', 0],
    ],
  ],
  [
    'a read beside a write sees either: what was before',
    true,
    [
      ['[    ]', { write: 1 }, 1],
      [' [ ]', 'read', 0],
    ],
  ],
  [
    'a read beside a write sees either: what is written',
    true,
    [
      ['[    ]', { write: 1 }, 1],
      [' [ ]', 'read', 1],
    ],
  ],
  [
    'two reads beside a write, one after the other, do not see it and then not',
    false,
    [
      ['[         ]', { write: 1 }, 1],
      [' [ ]', 'read', 1],
      ['     [ ]', 'read', 0],
    ],
  ],
  [
    'two writes beside each other are seen in one order by everybody',
    false,
    [
      ['[ ]', { write: 1 }, 1],
      ['[ ]', { write: 2 }, 2],
      ['    [ ]', 'read', 1],
      ['        [ ]', 'read', 2],
    ],
  ],
  [
    'a write without an answer may have happened',
    true,
    [
      ['[', { write: 1 }, undefined],
      ['  [ ]', 'read', 0],
      ['      [ ]', 'read', 1],
    ],
  ],
  [
    'a write without an answer may never happen',
    true,
    [
      ['[', { write: 1 }, undefined],
      ['  [ ]', 'read', 0],
    ],
  ],
  [
    'a write without an answer happens once',
    false,
    [
      ['[', { write: 1 }, undefined],
      ['  [ ]', 'read', 1],
      ['      [ ]', { write: 2 }, 2],
      ['          [ ]', 'read', 1],
    ],
  ],
  ['nobody reads what was never written', false, [['[ ]', 'read', 7]]],
];

describe('whether a history is one of a register', () => {
  for (const [what, isLinearizable, drawn] of HISTORIES) {
    test(`${isLinearizable ? 'yes' : 'no'}: ${what}`, () => {
      assert.equal(linearize(register, historyOf(drawn)) !== undefined, isLinearizable);
    });
  }

  test('the order that is found is one that the model takes', () => {
    const drawn: Drawn = [
      ['[        ]', { write: 1 }, 1],
      [' [ ]', 'read', 1],
      ['     [ ]', { write: 2 }, 2],
    ];
    const order = linearize(register, historyOf(drawn))?.map(({ client }) => client);
    assert.deepEqual(order, [0, 1, 2]);
  });

  test('a long history with many at once is looked through in no time', () => {
    const history = Array.from({ length: 400 }, (_, index): Operation<Asked, number> => {
      const askedAt = Math.floor(index / 8) * 8;
      return {
        client: index % 8,
        input: { write: index },
        output: index,
        askedAt,
        answeredAt: askedAt + 7.5,
      };
    });
    const unread = { client: 9, input: 'read', output: -1, askedAt: 900, answeredAt: 901 } as const;
    assert.equal(linearize(register, history)?.length, 400);
    assert.equal(linearize(register, [...history.slice(0, 64), unread]), undefined);
  });
});

function historyOf(drawn: Drawn): Operation<Asked, number>[] {
  return drawn.map(([line, input, output], client) => {
    const end = line.indexOf(']');
    return { client, input, output, askedAt: line.indexOf('['), answeredAt: end < 0 ? Infinity : end };
  });
}
