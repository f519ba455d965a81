import { render } from 'preact';

/** Puts the screens of confirm into `root`. */
export function mountConfirm(root: HTMLElement): void {
  render(<main />, root);
}
