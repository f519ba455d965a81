import { render } from 'preact';
import '#extension/ui/style.css';
import '../console.css';
import type { Answer } from '#extension/ui/answer.ts';
import type { CallInput, CallResult } from '#shared/api/call.ts';
import { CallFault, createClient } from '#shared/api/client.ts';
import { OperatorApp } from './operator-app.tsx';
import type { OperatorPorts } from './operator-ports.ts';

/** Puts the operator's page into `root`. The key stays in this page's memory and is asked for again after a reload. */
export function mountOperator(root: HTMLElement): void {
  const ports: OperatorPorts = {
    readCondition: key => ask(key, 'getCondition', {}),
    listPayouts: key => ask(key, 'listPayouts', {}),
    giveUpPayout: (key, payoutId) => ask(key, 'giveUpPayout', { params: { payoutId } }),
    clock: Date.now,
    languages: navigator.languages,
  };
  render(<OperatorApp ports={ports} />, root);
}

async function ask<O extends 'getCondition' | 'listPayouts' | 'giveUpPayout'>(
  key: string,
  operation: O,
  input: CallInput<O>,
): Promise<Answer<CallResult<O>>> {
  const client = createClient({
    origin: location.origin,
    fetch: (input, init) => fetch(input, init),
    authorize: async () => ({ authorization: `Bearer ${key}` }),
  });
  try {
    return (await client.call(operation, input)) as Answer<CallResult<O>>;
  } catch (error) {
    return { refused: error instanceof CallFault ? 'server_unreachable' : 'fault' };
  }
}
