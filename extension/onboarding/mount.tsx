import { render } from 'preact';

/** Puts the screens of onboarding into `root`. */
export function mountOnboarding(root: HTMLElement): void {
  render(<main />, root);
}
