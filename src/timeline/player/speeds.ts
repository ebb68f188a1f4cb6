/** Simulated seconds for each real one; Infinity shows everything at once. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, Infinity];
