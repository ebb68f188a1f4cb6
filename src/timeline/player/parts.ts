/** The parts of the timeline's markup (draw.ts, draw-controls.ts) that the player works on, found once and typed. */

export interface PlayerParts {
  readonly play: HTMLButtonElement;
  readonly time: HTMLInputElement;
  readonly position: HTMLElement;
  readonly which: HTMLElement;
  readonly sentence: HTMLElement;
  readonly figure: HTMLElement;
  readonly words: HTMLElement;
}

export function findPlayerParts(root: HTMLElement): PlayerParts {
  const part = <Part extends HTMLElement>(selector: string, kind: new () => Part): Part => {
    const found = root.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`This timeline has no ${selector}; see src/timeline/draw.ts.`);
  };
  return {
    play: part('[data-do=play]', HTMLButtonElement),
    time: part('[data-tl=time]', HTMLInputElement),
    position: part('[data-tl=position]', HTMLElement),
    which: part('[data-tl=which]', HTMLElement),
    sentence: part('[data-tl=sentence]', HTMLElement),
    figure: part('[data-tl=figure]', HTMLElement),
    words: part('[data-tl=words]', HTMLElement),
  };
}
