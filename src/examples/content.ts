import { pathToFileURL } from 'node:url';

/**
 * The folder that holds pages, examples and exercises. Build, tests and scripts all start at the root of the repository;
 * this file's own place says nothing, for the build bundles it.
 */
export const contentFolder: URL = new URL('content/', pathToFileURL(`${process.cwd()}/`));
