/** The element in `root` that `selector` names, of the expected kind. @throws where the markup has none. */
export function partOf<Part extends HTMLElement>(root: HTMLElement, selector: string, kind: new () => Part): Part {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`This <${root.localName}> has no ${selector} that is a ${kind.name}.`);
}
