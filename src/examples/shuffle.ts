/** Brings lines into another order, the same one in every build. Pure; build side. */

/** How often to try: with two lines every second shuffle changes nothing. */
const ATTEMPTS = 50;

/**
 * The lines in an order that is not theirs, unless all of them are equal. `seed` picks the order.
 *
 * @example shuffled(['a', 'b'], 'any') // ['b', 'a']
 */
export function shuffled(lines: readonly string[], seed: string): readonly string[] {
  const random = randomFrom(seed);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const order = lines
      .map((line) => ({ line, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ line }) => line);
    if (order.some((line, index) => line !== lines[index])) return order;
  }
  return lines;
}

/** Whole numbers of 32 bits, from a string: FNV-1a for the start, xorshift from there. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
