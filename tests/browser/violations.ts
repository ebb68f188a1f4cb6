/** What the browser refuses a page by its Content-Security-Policy. */
import type { Page } from 'playwright-core';

/** Notes what the browser refuses from the first moment of each page, and of the workers that it makes. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) found.push(`${page.url()}: ${message.text()}`);
  });
  await page.exposeFunction('tellViolation', (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const where = `${location.pathname}: ${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`;
      (window as unknown as { tellViolation: (text: string) => void }).tellViolation(where);
    });
  });
  return found;
}
