import { render } from 'preact';

/** Puts the screens of popup into `root`. */
export function mountPopup(root: HTMLElement): void {
  render(<main />, root);
}
