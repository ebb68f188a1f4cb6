/**
 * The value of a file of JSON.
 *
 * @throws Error that names the file and says what is wrong in it.
 */
export function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as SyntaxError).message}`, { cause: error });
  }
}
