import { expect, test } from 'vitest';
import { PackedMemory, pack } from '../../../src/runtime/packed-memory.ts';

/** Memory of so many bytes with something in it here and there. */
function sparseMemory(length: number, ...at: readonly number[]): Uint8Array {
  const memory = new Uint8Array(length);
  for (const index of at) memory[index] = (index % 255) + 1;
  return memory;
}

/** Memory in which something has been written everywhere. */
const used = (length: number): Uint8Array => new Uint8Array(length).fill(7);

const MEMORIES: readonly (readonly [string, Uint8Array])[] = [
  ['all zeros', sparseMemory(3 * 4096)],
  ['first and last byte', sparseMemory(5 * 4096, 0, 5 * 4096 - 1)],
  ['a last page that is not whole', sparseMemory(2 * 4096 + 128, 4095, 2 * 4096 + 127)],
  ['every page', sparseMemory(4 * 4096, 1, 4096, 9000, 16_000)],
];

test.each(MEMORIES)('memory is the same after packing: %s', (_, memory) => {
  const target = used(memory.length);
  new PackedMemory(pack(memory)).writeTo(target);
  expect(target).toEqual(memory);
});

test.each([4, 1024, 4096, 4100, 8192])('it is written from byte %i on', (from) => {
  for (const [, memory] of MEMORIES) {
    const target = used(memory.length - from);
    new PackedMemory(pack(memory)).writeTo(target, from);
    expect(target).toEqual(memory.subarray(from));
  }
});

test('a target that is shorter gets the beginning, one that is longer keeps its end', () => {
  const packed = new PackedMemory(pack(sparseMemory(4 * 4096, 1, 4096, 9000, 16_000)));
  const short = used(9004);
  packed.writeTo(short);
  expect(short).toEqual(sparseMemory(9004, 1, 4096, 9000));
  const long = used(5 * 4096);
  packed.writeTo(long);
  expect(long.subarray(4 * 4096)).toEqual(used(4096));
});

test('pages of zeros take no room', () => {
  const tableBytes = 4 * (2 + 2);
  expect(pack(sparseMemory(1000 * 4096, 5000, 500_000)).byteLength).toBe(tableBytes + 2 * 4096);
});

test('its bytes can be given back', () => {
  const packed = pack(sparseMemory(4096, 1));
  new PackedMemory(packed).free();
  expect(packed.byteLength).toBe(0);
});
