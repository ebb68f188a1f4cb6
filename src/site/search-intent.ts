/**
 * Loads the search when the reader turns to it: pointer or focus on its button, or its keys. Page side.
 *
 * @param search the element that holds the button and the dialog.
 * @param load puts the search into the dialog.
 */
export function onSearchIntent(search: HTMLElement, load: () => Promise<void>): void {
  const intent = new AbortController();
  const loadOnce = (): void => {
    intent.abort();
    // Whoever has opened the dialog meanwhile wants to type.
    void load().then(() => search.querySelector<HTMLInputElement>('dialog[open] input')?.focus());
  };
  const { signal } = intent;
  for (const kind of ['pointerenter', 'focusin', 'click']) search.querySelector('button')?.addEventListener(kind, loadOnce, { signal });
  window.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') loadOnce();
    },
    { signal },
  );
}
