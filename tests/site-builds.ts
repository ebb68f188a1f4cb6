/** The built sites that tests look at. tests/run.ts makes them, before any test, and always anew. */

export interface SiteBuild {
  readonly name: string;
  readonly folder: string;
  /** Undefined: the one that the environment or the configuration says. */
  readonly base: string | undefined;
}

/** As it is deployed. */
export const rootBuild: SiteBuild = { name: 'the site builds', folder: 'dist', base: undefined };

/** As a site of somebody's project on a host that serves many, e.g. GitHub Pages. */
export const nestedBuild = { name: 'the site builds for another base path', folder: '.cache/site-under-base', base: '/some/where/' } as const;

export const builds: readonly SiteBuild[] = [rootBuild, nestedBuild];
