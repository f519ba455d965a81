import { render } from 'preact';
import '#extension/ui/style.css';
import './console.css';
import { nameDevice } from '#extension/ui/device-name.ts';
import { ConsoleApp } from './console-app.tsx';
import type { ConsolePorts } from './console-ports.ts';
import { openStore } from './device-store.ts';
import { askPasskey, createPasskey } from './passkey.ts';
import { createConsoleSession } from './session.ts';

/** Puts the seller's pages into `root`. */
export function mountConsole(root: HTMLElement): void {
  const session = createConsoleSession({ origin: location.origin, store: openStore(), clock: Date.now });
  const ports: ConsolePorts = {
    ...session,
    askPasskey,
    createPasskey,
    deviceName: `Wayveil console, ${nameDevice(navigator.userAgent)}`,
    clock: Date.now,
    languages: navigator.languages,
    copy: text => navigator.clipboard.writeText(text),
    readPlace: () => location.hash.slice(1),
    watchPlace: listener => {
      window.addEventListener('hashchange', listener);
      return () => window.removeEventListener('hashchange', listener);
    },
  };
  render(<ConsoleApp ports={ports} />, root);
}
