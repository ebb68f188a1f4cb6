/** Made by src/site/python-assets.ts when the site is built. */
declare module 'virtual:python-assets' {
  /** Version of the npm package `pyodide`. */
  export const pyodideVersion: string;
  /** Path, from the root of the host, of the folder that holds Python's files; ends with a slash. */
  export const pythonUrl: string;
  /** Size of each of the files in bytes, before compression. */
  export const pythonBytes: Readonly<Record<import('./python-assets.ts').PythonFile, number>>;
  /** Their sum. */
  export const totalPythonBytes: number;
}
