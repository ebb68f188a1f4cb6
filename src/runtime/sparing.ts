/** With less memory (GiB, as browsers tell it) nothing is held that nobody has asked for. */
const LITTLE_MEMORY_GIB = 2;

/** Whether to fetch and hold only what the reader has asked for. Page and service worker. */
export function isSparing(): boolean {
  // Not every browser tells.
  const { connection, deviceMemory } = navigator as Navigator & { connection?: { saveData?: boolean }; deviceMemory?: number };
  return connection?.saveData === true || (deviceMemory !== undefined && deviceMemory <= LITTLE_MEMORY_GIB);
}
