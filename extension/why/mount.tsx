import { render } from 'preact';
import '../ui/style.css';
import './why.css';
import { openDoor } from '../messages/page-door.ts';
import { WhyApp } from './why-app.tsx';
import type { WhyPorts } from './why-ports.ts';

/** Puts the page into `root`; the address names the tab that it explains: `?tab=…`. */
export function mountWhy(root: HTMLElement): void {
  const ports: WhyPorts = {
    ask: openDoor('why'),
    clock: Date.now,
    languages: navigator.languages,
    saveFile(name, type, text) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  };
  const tabId = Number(new URLSearchParams(location.search).get('tab') ?? '-1');
  render(<WhyApp ports={ports} tabId={tabId} />, root);
}
