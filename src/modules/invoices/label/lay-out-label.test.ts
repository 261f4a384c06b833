import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localeOf } from '../../../kernel/index.ts';
import { measure } from '../pdf/draw-shipping-label.ts';
import { wordsIn } from '../words.ts';
import { type Area, LABEL_SIZES, labelsPerPage, pageOf, placeOf } from './label-size.ts';
import { layOutLabel, type Mark } from './lay-out-label.ts';
import { placeBars } from './place-bars.ts';
import type { ShippingLabel } from './shipping-label.ts';

const GERMAN = localeOf('de');
const MEANS = { words: wordsIn(GERMAN), widthOf: measure() };
const LABEL: ShippingLabel = {
  ...{ locale: GERMAN, sender: ['Halden GmbH', 'Weg 1', '10115 Berlin'], isAbroad: true },
  recipient: ['Émilie du Châtelet', '12 rue des Lilas', '75004 Paris', 'FRANKREICH'],
  ...{ phone: '+33 1 23 45 67 89', delivery: 'dhl · Paket', orderNumber: '1042' },
  ...{ trackingNumber: '00340434161094021501', parcel: { number: 2, of: 2 } },
};

const layOut = (label: ShippingLabel, area: Area) => layOutLabel(label, area, MEANS);
const textOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const barsOf = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'bars');

/** A hair, for sums of fractions. */
const HAIR = 1e-6;
/** What most printers leave blank: 4 mm. */
const BLANK = (4 * 72) / 25.4;

function isWithin(mark: Area, area: Area): boolean {
  return (
    mark.x >= area.x + BLANK - HAIR &&
    mark.y >= area.y + BLANK - HAIR &&
    mark.x + mark.width <= area.x + area.width - BLANK + HAIR &&
    mark.y + mark.height <= area.y + area.height - BLANK + HAIR
  );
}

function overlaps(one: Area, other: Area): boolean {
  return (
    one.x + one.width > other.x + HAIR &&
    other.x + other.width > one.x + HAIR &&
    one.y + one.height > other.y + HAIR &&
    other.y + other.height > one.y + HAIR
  );
}

/** Nothing may be printed within ten modules of a barcode (ISO/IEC 15417, 4.3.2). */
function withQuietZones(mark: Mark): Area {
  if (mark.kind !== 'bars') return mark;
  return { ...mark, x: mark.x - 10 * mark.module, width: mark.width + 20 * mark.module };
}

const words = (maxLength: number) =>
  fc.oneof(
    fc.stringMatching(new RegExp(`^[A-Za-zÄÖÜäöüßéèçñŁłΑαЖж ,.'-]{0,${maxLength}}$`)),
    // Words without an end, of the widest and the narrowest letters.
    fc.integer({ min: 1, max: maxLength }).map((length) => 'W'.repeat(length)),
    fc.integer({ min: 1, max: maxLength }).map((length) => 'i'.repeat(length)),
  );

const labels: fc.Arbitrary<ShippingLabel> = fc.record({
  locale: fc.constant(GERMAN),
  sender: fc.array(words(120), { minLength: 1, maxLength: 6 }),
  recipient: fc.array(words(220), { minLength: 1, maxLength: 8 }),
  isAbroad: fc.boolean(),
  phone: fc.stringMatching(/^\+?\d{0,29}$/),
  delivery: words(200),
  orderNumber: fc.stringMatching(/^\d{1,9}$/),
  trackingNumber: fc.stringMatching(/^[A-Za-z0-9 ]{0,100}$/),
  parcel: fc.option(fc.record({ number: fc.nat(99), of: fc.nat(99) }), { nil: undefined }),
});

describe('a label of each size', () => {
  for (const size of LABEL_SIZES) {
    const { area } = placeOf(size, 0, labelsPerPage(size));

    test(`${size}: nothing leaves it and nothing covers another, however long names are`, () => {
      fc.assert(
        fc.property(labels, (label) => {
          const laidOut = layOut(label, area);
          for (const mark of laidOut) assert.ok(isWithin(mark, area), JSON.stringify(mark));
          const marks = laidOut.map(withQuietZones);
          for (const mark of marks) assert.ok(mark.x >= area.x && mark.x + mark.width <= area.x + area.width);
          for (const [index, mark] of marks.entries()) {
            const covered = marks.slice(index + 1).find((other) => overlaps(mark, other));
            assert.equal(covered, undefined, `${JSON.stringify(mark)} ${JSON.stringify(covered)}`);
          }
        }),
        { numRuns: 60 },
      );
    });

    test(`${size}: everything that is known stands on it`, () => {
      const said = textOf(layOut(LABEL, area)).join('\n');
      for (const one of [...LABEL.recipient, '00340434161094021501', '1042', 'Tel. +33 1 23 45 67 89'])
        assert.ok(said.includes(one), `${one} in ${said}`);
      assert.match(said, /DHL · PAKET/);
      assert.match(said, /Paket 2 von 2/);
      assert.match(said, /Halden GmbH/);
    });

    test(`${size}: an ordinary address can be read from an arm's length`, () => {
      const [name] = layOut(LABEL, area).filter(
        (mark) => mark.kind === 'text' && mark.text.startsWith('Émilie'),
      );
      assert.ok(name?.kind === 'text' && name.size >= (size === 'a4_8' ? 11 : 18), JSON.stringify(name));
    });

    test(`${size}: bars are whole dots of a thermal printer, of 0.25 mm at least`, () => {
      const bars = barsOf(layOut(LABEL, area));
      assert.equal(bars.length, size === 'a4_8' ? 1 : 2);
      for (const { module } of bars) {
        const dots = module / (72 / 203);
        assert.ok(Math.abs(dots - Math.round(dots)) < HAIR && dots >= 2 - HAIR, String(dots));
      }
    });
  }
});

test('a long word is set smaller before it is broken', () => {
  const delivery = 'Standardversand';
  const [way] = layOut({ ...LABEL, delivery }, placeOf('a6', 0, 1).area).filter(
    (mark) => mark.kind === 'text' && mark.text.startsWith('STANDARD'),
  );
  assert.ok(way?.kind === 'text' && way.text === 'STANDARDVERSAND', JSON.stringify(way));
});

test('a number that would be too fine to scan, or has letters that bars have not, is there in print alone', () => {
  const { area } = placeOf('a6', 0, 1);
  for (const trackingNumber of ['A1'.repeat(30), 'Größe 7']) {
    const marks = layOut({ ...LABEL, trackingNumber }, area);
    assert.equal(barsOf(marks).length, 1, trackingNumber);
    assert.ok(textOf(marks).join('').includes(trackingNumber), trackingNumber);
  }
});

test('bars of any length have their quiet zones beside them', () => {
  const area = { x: 0, y: 0, width: 200, height: 30 };
  for (let length = 1; length <= 40; length += 1) {
    const bars = placeBars('A'.repeat(length), area);
    // 2 dots a module: start, letters, check and stop of 11, 2 for the end, 20 blank.
    const least = ((length + 3) * 11 + 2 + 20) * 2 * (72 / 203);
    assert.equal(bars === undefined, least > area.width, String(length));
    if (bars === undefined) continue;
    const { x, width } = withQuietZones(bars);
    assert.ok(x >= 0 && x + width <= area.width, String(length));
  }
});

test('a parcel without a number has the bars of its order, and one alone says nothing of others', () => {
  const alone = { ...LABEL, trackingNumber: '', parcel: undefined, phone: '' };
  for (const size of LABEL_SIZES) {
    const marks = layOut(alone, placeOf(size, 0, 1).area);
    assert.equal(barsOf(marks).length, 1);
    assert.doesNotMatch(textOf(marks).join('\n'), /Paket \d|Sendungsnummer|Tel\./);
  }
});

test('labels fill a sheet from the first free one, row by row, and go on on the next', () => {
  const at = (startAt: number) =>
    [0, 1, 2].map((index) => {
      const { page, area } = placeOf('a4_8', index, startAt);
      return [page, Math.round(area.x), Math.round(area.y)];
    });
  const right = Math.round((105 * 72) / 25.4);
  assert.deepEqual(at(1), [
    [0, 0, 1],
    [0, right, 1],
    [0, 0, 211],
  ]);
  assert.deepEqual(at(8), [
    [0, right, 631],
    [1, 0, 1],
    [1, right, 1],
  ]);
});

test('the labels of a page are on it and do not cover each other', () => {
  for (const size of LABEL_SIZES) {
    const page = pageOf(size);
    const areas = Array.from({ length: labelsPerPage(size) }, (_, index) => placeOf(size, index, 1).area);
    for (const [index, area] of areas.entries()) {
      assert.ok(area.x >= -HAIR && area.x + area.width <= page.width + HAIR, size);
      assert.ok(area.y >= -HAIR && area.y + area.height <= page.height + HAIR, size);
      assert.ok(!areas.slice(index + 1).some((other) => overlaps(area, other)), size);
    }
  }
});
