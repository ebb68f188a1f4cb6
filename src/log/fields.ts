/**
 * Reads the fields of a record that came from outside (a file, a worker) and says plainly which one is wrong.
 * Each method returns an object with that one field, to be spread into a typed event: what is absent stays absent.
 */

export type Field<K extends string, T> = { readonly [key in K]: T };
export type Maybe<K extends string, T> = { readonly [key in K]?: T };

/** Says in a few words why a value is not what it must be; `where` is the path of field names to it. */
export class InvalidField extends Error {
  constructor(where: string, expected: string, found: unknown) {
    super(`${where}: expected ${expected}, found ${found === undefined ? 'nothing' : JSON.stringify(found)}`);
  }
}

export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #where: string;

  constructor(value: unknown, where: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InvalidField(where, 'an object', value);
    }
    this.#values = new Map(Object.entries(value));
    this.#where = where;
  }

  path(key: string): string {
    return `${this.#where}.${key}`;
  }

  text<K extends string>(key: K): Field<K, string> {
    return this.#one(key, 'a string', isString);
  }

  maybeText<K extends string>(key: K): Maybe<K, string> {
    return this.#has(key) ? this.text(key) : {};
  }

  flag<K extends string>(key: K): Field<K, boolean> {
    return this.#one(key, 'true or false', (value) => typeof value === 'boolean');
  }

  number<K extends string>(key: K): Field<K, number> {
    return this.#one(key, 'a number', (value): value is number => typeof value === 'number' && Number.isFinite(value));
  }

  /** A whole number, `least` or more. */
  whole<K extends string>(key: K, least: number): Field<K, number> {
    return this.#one(key, `a whole number from ${least}`, wholeFrom(least));
  }

  maybeWhole<K extends string>(key: K, least: number): Maybe<K, number> {
    return this.#has(key) ? this.whole(key, least) : {};
  }

  wholes<K extends string>(key: K, least: number): Field<K, readonly number[]> {
    const expected = `a list of whole numbers from ${least}`;
    return this.#one(key, expected, (value): value is number[] => Array.isArray(value) && value.every(wholeFrom(least)));
  }

  oneOf<K extends string, const T extends string>(key: K, choices: readonly T[]): Field<K, T> {
    const isChoice = (value: unknown): value is T => choices.some((choice) => choice === value);
    return this.#one(key, `one of ${choices.join(', ')}`, isChoice);
  }

  isNull(key: string): boolean {
    return this.#values.get(key) === null;
  }

  record(key: string): Fields {
    return new Fields(this.#values.get(key), this.path(key));
  }

  #has(key: string): boolean {
    return this.#values.get(key) !== undefined;
  }

  #one<K extends string, T>(key: K, expected: string, is: (value: unknown) => value is T): Field<K, T> {
    const value = this.#values.get(key);
    if (!is(value)) throw new InvalidField(this.path(key), expected, value);
    // TypeScript widens a computed key to `string`; it is exactly K.
    return { [key]: value } as Field<K, T>;
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function wholeFrom(least: number): (value: unknown) => value is number {
  return (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}
