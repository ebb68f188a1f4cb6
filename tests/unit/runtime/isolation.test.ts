import { expect, test } from 'vitest';
import { isolate } from '../../../src/runtime/isolation.ts';

class Target {
  addEventListener(): void {}
}

class Scope extends Target {
  readonly performance = {};
  readonly secret = {};
  get indexedDB(): object {
    return {};
  }
  fetch(): void {}
  setTimeout(): void {}
}

test('what Python needs stays, and nothing else, wherever it came from', () => {
  const scope = new Scope();
  isolate(scope);
  const left: PropertyKey[] = [];
  for (let owner: object | null = scope; owner !== null && owner !== Object.prototype; owner = Object.getPrototypeOf(owner) as object | null) {
    left.push(...Reflect.ownKeys(owner));
  }
  expect(left.sort()).toEqual(['performance', 'setTimeout']);
});

test('the language itself is left alone', () => {
  const before = Reflect.ownKeys(Object.prototype);
  isolate(Object.create(Object.prototype) as object);
  expect(Reflect.ownKeys(Object.prototype)).toEqual(before);
});

test('a number that cannot be taken away is no way out', () => {
  expect(() => isolate(Object.defineProperty({}, 'TEMPORARY', { value: 0 }))).not.toThrow();
});

test('where something cannot be taken away no program may run', () => {
  expect(() => isolate(Object.defineProperty({}, 'fetch', { value: () => {} }))).toThrow('does not let go of fetch');
});
