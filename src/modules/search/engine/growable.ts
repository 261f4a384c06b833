/** A list of unsigned 32-bit numbers that grows by half, a quarter of the memory of an array of numbers. */
export class NumberList {
  #numbers: Uint32Array;
  length = 0;

  constructor(numbers: Uint32Array = new Uint32Array(2)) {
    this.#numbers = numbers;
  }

  static of(numbers: Uint32Array): NumberList {
    const list = new NumberList(numbers);
    list.length = numbers.length;
    return list;
  }

  push(number: number): void {
    if (this.length === this.#numbers.length) this.#numbers = grown(this.#numbers, this.length + 1);
    this.#numbers[this.length++] = number;
  }

  /** The numbers, without the room for more; valid until the next `push`. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The array itself when it holds `length` numbers, else a larger copy (half as much again). */
export function grown<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  if (numbers.length >= length) return numbers;
  const size = Math.max(length, Math.ceil(numbers.length * 1.5), 16);
  const larger = sameKind(numbers, size);
  larger.set(numbers);
  return larger;
}

/** A new array of the same type. Its constructor is that type's own, which TypeScript cannot follow. */
function sameKind<Kind extends Numbers>(numbers: Kind, size: number): Kind;
function sameKind(numbers: Numbers, size: number): Numbers {
  if (numbers instanceof Uint8Array) return new Uint8Array(size);
  if (numbers instanceof Uint16Array) return new Uint16Array(size);
  if (numbers instanceof Uint32Array) return new Uint32Array(size);
  if (numbers instanceof Int32Array) return new Int32Array(size);
  return new Float64Array(size);
}
