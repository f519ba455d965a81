import { render } from 'preact';
import '../ui/style.css';
import './confirm.css';
import { openDoor } from '../messages/page-door.ts';
import { askPasskey } from '../passkey/ceremony.ts';
import { openServerAccess } from '../passkey/server-access.ts';
import { ConfirmApp } from './confirm-app.tsx';
import type { ConfirmPorts } from './confirm-ports.ts';

/** Puts the confirm window into `root`; the address names the purchase: `?purchase=…`. */
export function mountConfirm(root: HTMLElement): void {
  const ask = openDoor('confirm');
  const ports: ConfirmPorts = {
    ask,
    clock: Date.now,
    languages: navigator.languages,
    closeWindow: () => window.close(),
    unlock: {
      beginUnlock: () => ask('beginUnlock', {}),
      finishUnlock: input => ask('finishUnlock', input),
      unlockByPassphrase: passphrase => ask('unlockByPassphrase', { passphrase }),
      beginKeeping: credentialId => ask('beginPasskeyKeeping', { credentialId }),
      finishKeeping: input => ask('keepPasskey', input),
      askPasskey,
      serverAccess: openServerAccess(),
    },
  };
  const purchaseId = new URLSearchParams(location.search).get('purchase') ?? '';
  render(<ConfirmApp ports={ports} purchaseId={purchaseId} />, root);
}
