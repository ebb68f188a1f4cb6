import { describe, expect, it } from 'vitest';
import { checkVersion, releasedChangelog } from '../../../src/release/changelog.ts';

describe('a version', () => {
  it.each([
    ['0.1.0', '0.1.1'],
    ['0.9.9', '0.10.0'],
    ['1.9.0', '2.0.0'],
  ])('%s is followed by %s', (current, next) => {
    expect(() => checkVersion(current, next)).not.toThrow();
  });

  it.each([
    ['1.2.0', '1.2.0', 'does not come after'],
    ['1.2.0', '1.1.9', 'does not come after'],
    ['0.10.0', '0.9.0', 'does not come after'],
    ['1.2.0', '1.3', 'is no version'],
    ['1.2.0', 'v1.3.0', 'is no version'],
    ['1.2.0', '01.3.0', 'is no version'],
  ])('%s is not followed by %s', (current, next, message) => {
    expect(() => checkVersion(current, next)).toThrow(message);
  });
});

describe('the changelog of a release', () => {
  const before = '# What has changed\n\n## Unreleased\n\n- A timeline.\n\n## 0.1.0 (2026-01-02)\n\n- The site begins.\n';

  it('says of what was unreleased in which version it came, and has room for what comes', () => {
    expect(releasedChangelog(before, '0.2.0', '2026-03-04')).toBe(
      '# What has changed\n\n## Unreleased\n\n## 0.2.0 (2026-03-04)\n\n- A timeline.\n\n## 0.1.0 (2026-01-02)\n\n- The site begins.\n',
    );
  });

  it.each([
    ['nothing unreleased', before.replace('- A timeline.\n\n', '')],
    ['no place for it', before.replace('## Unreleased\n\n', '')],
  ])('is not made where there is %s', (_, changelog) => {
    expect(() => releasedChangelog(changelog, '0.2.0', '2026-03-04')).toThrow('## Unreleased');
  });
});
