/** Made by src/site/python-assets.ts when the site is built. */
declare module 'virtual:python-assets' {
  /** The folder is a path from the root of the host. */
  export const pythonFiles: import('../runtime/python-files.ts').PythonFiles;
}
