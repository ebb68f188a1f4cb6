import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/runtime/kept-snapshot.ts';

/** Memory of so many bytes with something in it here and there, its last page cut short. */
function sparseMemory(length: number, ...at: readonly number[]): Uint8Array {
  const memory = new Uint8Array(length);
  for (const index of at) memory[index] = (index % 255) + 1;
  return memory;
}

test.each([
  ['all zeros', sparseMemory(3 * 4096)],
  ['first and last byte', sparseMemory(5 * 4096, 0, 5 * 4096 - 1)],
  ['a last page that is not whole', sparseMemory(2 * 4096 + 128, 4095, 2 * 4096 + 127)],
  ['every page', sparseMemory(4 * 4096, 1, 4096, 9000, 16_000)],
])('memory is the same after packing: %s', (_, memory) => {
  expect(unpack(pack(memory))).toEqual(memory);
});

test('pages of zeros take no room', () => {
  const tableBytes = 4 * (2 + 2);
  expect(pack(sparseMemory(1000 * 4096, 5000, 500_000)).byteLength).toBe(tableBytes + 2 * 4096);
});
