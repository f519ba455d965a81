/** What keeps the demo from being shown as asked, in words that say what to do; null where nothing does. */
export function findHindrance(
  args: readonly string[],
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): string | null {
  const unknown = args.find(argument => argument !== '--open');
  if (unknown !== undefined) return `The demo takes --open or nothing, and not “${unknown}”.`;
  const needsDisplay = platform !== 'win32' && platform !== 'darwin';
  if (!args.includes('--open') || !needsDisplay || env.DISPLAY || env.WAYLAND_DISPLAY) return null;
  return 'There is no screen to open a browser on (DISPLAY is not set): run it on a desktop, or without --open.';
}
